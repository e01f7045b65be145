package org.cityapi.application;

import java.time.Duration;
import java.time.Instant;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;

/**
 * Notes when credentials are used. A store that takes no writes for now keeps no reader out, and not each waits until it
 * says so: after one that waited in vain, uses go without a note for a while.
 */
final class NotedUses {

    /** A use is noted when the last one that was is so long ago: not each request is a write. */
    static final Duration EVERY = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final UnitOfWork work;
    private volatile Instant failedAt = Instant.MIN;

    NotedUses(UnitOfWork work) {
        this.work = work;
    }

    /** @param note notes the use in the store */
    void add(Instant now, Runnable note) {
        if (Duration.between(failedAt, now).abs().compareTo(PAUSE) < 0) {
            return;
        }
        try {
            work.write(() -> {
                note.run();
                return now;
            });
        } catch (Rejection.Unavailable later) {
            failedAt = now;
        }
    }
}
