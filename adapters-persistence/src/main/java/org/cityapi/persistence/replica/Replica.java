package org.cityapi.persistence.replica;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.persistence.ChangedCities;
import org.cityapi.persistence.ChangedCities.Entry;
import org.cityapi.persistence.ReadsElsewhere;
import org.cityapi.persistence.Reason;
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

    /** Its address, as it may be printed. */
    public static final String PROPERTY = "city-api.replica";

    /** A statement that took too long, or was in the way of what is coming in (PostgreSQL's error codes). */
    private static final Pattern OF_ONE_STATEMENT = Pattern.compile("57014|40...");

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    private final String address;
    private final ReadsElsewhere reads;
    private final ChangedCities log;
    private final ConnectionOperations<Connection> pool;
    private final UnitOfWork work;
    private final Lateness lateness = new Lateness();
    private volatile boolean trusted;

    /** Whether its last change was none of the database's own when it was looked at before. */
    private boolean isSuspect;

    /** Whether its state was told last, good or bad. */
    private @Nullable Boolean told;

    Replica(
            @Value("${" + PROPERTY + "}") String address,
            ReadsElsewhere reads,
            ChangedCities log,
            @Named("replica") ConnectionOperations<Connection> pool,
            UnitOfWork work) {
        this.address = address;
        this.reads = reads;
        this.log = log;
        this.pool = pool;
        this.work = work;
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
        return new ArrivedChanges(reads, pool, log);
    }

    /** Whether it is read from at the moment. */
    public boolean isTrusted() {
        return trusted;
    }

    /** How many changes had not come there when it was looked at last. */
    public long behind() {
        return lateness.behind();
    }

    /** Reads there, or where everything is written, when that fails; within a unit of work only where that is. */
    public <T> T read(Supplier<T> reading) {
        if (trusted && !reads.isWithinWork()) {
            try {
                return reads.elsewhere(pool, reading);
            } catch (RuntimeException e) {
                if (e instanceof Rejection refusal && !isOfTheStore(refusal)) {
                    throw e;
                }
                if (isLost(e)) {
                    trusted = false;
                }
                LOG.debug("Read where it is written", e);
            }
        }
        return reading.get();
    }

    private static boolean isOfTheStore(Rejection refusal) {
        return refusal instanceof Rejection.Unavailable away
                && (away.needed() == Dependency.STORE || away.needed() == Dependency.WRITER);
    }

    /** Whether it is out of reach; what else fails may be the fault of that one statement, or of a table not there yet. */
    private static boolean isLost(RuntimeException failure) {
        return failure instanceof Rejection.Unavailable away
                && !(away.getCause() instanceof SQLException told
                        && told.getSQLState() != null
                        && OF_ONE_STATEMENT.matcher(told.getSQLState()).matches());
    }

    /** Finds out whether it can be trusted; to be called again and again, by one thread at a time. */
    public void look() {
        String fault = fault();
        boolean isLate = fault == null && lateness.isTooLarge();
        trusted = fault == null && !isLate;
        boolean isTold = told != null && told == trusted;
        if (isTold || (isLate && told == null && lateness.isUncertain())) {
            return;
        }
        told = trusted;
        if (trusted) {
            LOG.info("The replica {} is read from", address);
        } else {
            LOG.warn(
                    "The replica {} is not read from until that is mended: {}",
                    address,
                    isLate ? "changes behind: " + behind() : fault);
        }
    }

    private @Nullable String fault() {
        lateness.note(lastWritten());
        try {
            // In one transaction, which several servers behind one address cannot share.
            Last last = reads.elsewhere(pool, () -> work.read(this::last));
            boolean wasSuspect = isSuspect || !trusted;
            isSuspect = !isOfThisRegister(last);
            lateness.compare(last.sequence());
            return isSuspect && wasSuspect
                    ? "it holds another register, or changes that the database does not have"
                    : null;
        } catch (Rejection.Unavailable e) {
            return "it does not answer: " + Reason.of(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException e) {
            return "it cannot be read: " + Reason.of(e);
        }
    }

    /** The last change that has come there; of number 0 when none has. */
    private record Last(long sequence, Optional<Entry> entry) {}

    private Last last() {
        long sequence = log.last();
        return new Last(sequence, log.entry(sequence));
    }

    private @Nullable Long lastWritten() {
        try {
            return log.last();
        } catch (Rejection.Unavailable e) {
            LOG.debug("The database is away", e);
            return null;
        }
    }

    /** The last change that has come there must be one of the database's own; while that is away, nobody knows better. */
    private boolean isOfThisRegister(Last last) {
        try {
            return last.sequence() == 0 || last.entry().equals(log.entry(last.sequence()));
        } catch (Rejection.Unavailable e) {
            LOG.debug("Not compared", e);
            return true;
        }
    }
}
