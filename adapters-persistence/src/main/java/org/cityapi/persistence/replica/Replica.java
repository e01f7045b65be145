package org.cityapi.persistence.replica;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.persistence.ChangedCities;
import org.cityapi.persistence.ChangedCities.Entry;
import org.cityapi.persistence.ReadsElsewhere;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that follows the one that is written to. While it is away, far behind, or holds another register, all is read
 * from the latter; nobody waits to find out, for it is looked at again and again ({@link #look}).
 */
@Singleton
@Requires(property = Replica.PROPERTY)
public final class Replica {

    /**
     * What was written at a time.
     *
     * @param last the last change
     */
    private record Mark(long nanoTime, long last) {}

    /** Its address, as it may be printed. */
    public static final String PROPERTY = "city-api.replica";

    /** So long it may take until what was written has come there; what is older is no moment old. */
    private static final Duration MOST_LATE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    private final String address;
    private final ReadsElsewhere reads;
    private final ChangedCities log;
    private final ConnectionOperations<Connection> pool;
    private final AtomicLong behind = new AtomicLong();
    private volatile boolean trusted;

    /** What was written at the last looks and has not come there yet, oldest first. */
    private final Queue<Mark> missing = new ArrayDeque<>();

    /** The last change that is known to be written; until one is, nothing counts as come. */
    private long written = Long.MAX_VALUE;

    /** It has all that was written then. */
    private long asOf = System.nanoTime() - MOST_LATE.toNanos() - 1;

    /** Whether its state was told last, good or bad. */
    private @Nullable Boolean told;

    Replica(
            @Value("${" + PROPERTY + "}") String address,
            ReadsElsewhere reads,
            ChangedCities log,
            @Named("replica") ConnectionOperations<Connection> pool) {
        this.address = address;
        this.reads = reads;
        this.log = log;
        this.pool = pool;
    }

    /** Reads as they may be a moment ago; writes go where they belong. */
    public CityRepository cities(CityRepository all) {
        return new ReplicaCities(this, all);
    }

    /** Finds what was there a moment ago. */
    public CitySearch search(CitySearch all) {
        return new ReplicaSearch(this, all);
    }

    /** Which changes have come there, from nowhere else. */
    public ChangedCities arrived() {
        return new ChangedCities() {
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
        };
    }

    /** Whether it is read from at the moment. */
    public boolean isTrusted() {
        return trusted;
    }

    /** How many changes had not come there when it was looked at last. */
    public long behind() {
        return behind.get();
    }

    /** Reads there, or where everything is written, when that fails; within a unit of work only where that is. */
    public <T> T read(Supplier<T> reading) {
        if (trusted && !reads.isWithinWork()) {
            try {
                return reads.elsewhere(pool, reading);
            } catch (Rejection.Unavailable e) {
                if (e.needed() != Dependency.STORE) {
                    throw e;
                }
                trusted = false;
                LOG.debug("Read elsewhere", e);
            }
        }
        return reading.get();
    }

    /** Finds out whether it can be trusted; to be called again and again, by one thread at a time. */
    public void look() {
        String fault = fault();
        trusted = fault == null;
        if (told == null || told != trusted) {
            told = trusted;
            if (fault == null) {
                LOG.info("The replica {} is read from", address);
            } else {
                LOG.warn("The replica {} is not read from until that is mended: {}", address, fault);
            }
        }
    }

    private @Nullable String fault() {
        seeWhatIsWritten();
        long now = System.nanoTime();
        missing.removeIf(mark -> now - mark.nanoTime() > MOST_LATE.toNanos());
        missing.add(new Mark(now, written));
        try {
            long here = arrived().last();
            if (isOfAnotherRegister(here)) {
                return "it holds another register, or changes that the database does not have";
            }
            behind.set(Math.max(0, written - here));
            while (!missing.isEmpty() && missing.element().last() <= here) {
                asOf = missing.remove().nanoTime();
            }
        } catch (Rejection.Unavailable e) {
            return "it does not answer: " + e.getCause();
        } catch (RuntimeException e) {
            return "it cannot be read: " + e.getMessage();
        }
        return now - asOf > MOST_LATE.toNanos() ? "changes behind: " + behind : null;
    }

    /** While the database is away, nothing is written. */
    private void seeWhatIsWritten() {
        try {
            written = log.last();
        } catch (Rejection.Unavailable e) {
            LOG.debug("The database is away", e);
        }
    }

    /** The last change that has come there must be one of the database's own; while that is away, nobody knows better. */
    private boolean isOfAnotherRegister(long here) {
        Optional<Entry> arrived = arrived().entry(here);
        try {
            return here > 0 && !arrived.equals(log.entry(here));
        } catch (Rejection.Unavailable e) {
            LOG.debug("Not compared", e);
            return false;
        }
    }
}
