package org.cityapi.application.imports;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;

/** Writes that no client waits for: they wait for others as long as those take. */
record PatientWork(UnitOfWork work) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * Runs work that may wait long.
     *
     * @param stopIfAsked throws what ends the waiting
     * @throws Rejection.Unavailable when the store fails amid the work, or takes no writes for ten minutes
     */
    <T> T write(Runnable stopIfAsked, Supplier<T> writing) {
        return write(PATIENCE, stopIfAsked, writing);
    }

    /** @throws Rejection.Unavailable when the store fails amid the work, or takes no writes for so long */
    <T> T write(Duration patience, Supplier<T> writing) {
        return write(patience, () -> {}, writing);
    }

    private <T> T write(Duration patience, Runnable stopIfAsked, Supplier<T> writing) {
        AtomicBoolean begun = new AtomicBoolean();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            stopIfAsked.run();
            try {
                return work.write(() -> {
                    begun.set(true);
                    return writing.get();
                });
            } catch (Rejection.Unavailable busy) {
                pauseOrThrow(busy, begun.get(), end);
            }
        }
    }

    /** Does something that may be done again when it fails. */
    <T> T patiently(Supplier<T> writing) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return writing.get();
            } catch (Rejection.Unavailable busy) {
                pauseOrThrow(busy, false, end);
            }
        }
    }

    private static void pauseOrThrow(Rejection.Unavailable failure, boolean begun, long end) {
        if (begun || System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
