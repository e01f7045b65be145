package org.cityapi.persistence;

import java.util.List;
import java.util.Optional;
import org.cityapi.domain.city.CityId;
import org.jspecify.annotations.Nullable;

/** Which cities were changed, in the order of the change log; not how. */
public interface ChangedCities {

    /**
     * An entry of the change log.
     *
     * @param city null for a load of a whole register
     */
    record Changed(long sequence, @Nullable CityId city) {}

    /**
     * What tells an entry from that of another register.
     *
     * @param at milliseconds since 1970
     */
    record Entry(long sequence, long at, long city, long version) {}

    /** The entries after one of them, the oldest first. */
    List<Changed> changedAfter(long sequence, int max);

    /** The number of the last entry; 0 when there is none. */
    long last();

    /** The entry of that number; empty when there is none. */
    Optional<Entry> entry(long sequence);
}
