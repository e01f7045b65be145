package org.cityapi.persistence.replica;

import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.cityapi.persistence.ChangedCities;
import org.cityapi.persistence.ReadsElsewhere;

/** The changes that have come to another server, from there alone. */
record ArrivedChanges(ReadsElsewhere reads, ConnectionOperations<Connection> pool, ChangedCities log)
        implements ChangedCities {

    @Override
    public List<Changed> changedAfter(long sequence, int max) {
        return reads.elsewhere(pool, () -> log.changedAfter(sequence, max));
    }

    @Override
    public long last() {
        return reads.elsewhere(pool, log::last);
    }

    @Override
    public Optional<Entry> entry(long sequence) {
        return reads.elsewhere(pool, () -> log.entry(sequence));
    }
}
