package org.cityapi.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.idempotency.KeptWrite;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.rejection.Rejection;

/** Does what a client has named once, however often it is sent within a day. */
public final class KeyedWrites {

    /** How long a key names a request. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final KeptWrites kept;
    private final Clock clock;
    private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();

    public KeyedWrites(KeptWrites kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * What came of a write.
     *
     * @param before whether an earlier request did it
     */
    public record Done<T>(T made, boolean before) {}

    /**
     * Keeps others that name the same request from beginning it before this one has ended.
     *
     * @throws Rejection.StillRunning when one has begun it
     */
    public <T> T alone(IdempotencyKey key, Supplier<T> request) {
        if (!running.add(key)) {
            throw new Rejection.StillRunning();
        }
        try {
            return request.get();
        } finally {
            running.remove(key);
        }
    }

    /** The id of what a request of that name made within a day, whatever else it said. */
    public Optional<Long> made(IdempotencyKey key) {
        Instant since = KeptTime.now(clock).minus(KEPT);
        return kept.find(key).filter(write -> !write.at().isBefore(since)).map(KeptWrite::made);
    }

    /**
     * Makes something, unless the same request did so before; within a unit of work that writes.
     *
     * @param digest of all that the request says
     * @param make makes it
     * @param id names what was made
     * @param again finds what was made before, by its id
     * @throws Rejection.KeyReused when the key names another request
     */
    public <T> Done<T> once(
            IdempotencyKey key, String digest, Supplier<T> make, ToLongFunction<T> id, LongFunction<T> again) {
        Instant now = KeptTime.now(clock);
        kept.forget(now.minus(KEPT));
        KeptWrite before = kept.find(key).orElse(null);
        if (before == null) {
            T made = make.get();
            kept.add(new KeptWrite(key, digest, id.applyAsLong(made), now));
            return new Done<>(made, false);
        }
        if (!before.digest().equals(digest)) {
            throw new Rejection.KeyReused();
        }
        return new Done<>(again.apply(before.made()), true);
    }
}
