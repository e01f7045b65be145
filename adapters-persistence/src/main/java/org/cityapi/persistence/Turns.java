package org.cityapi.persistence;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;

/**
 * Lets so many work at a time, in the order in which they come. A pool alone gives a connection to whoever asks first when
 * one is free, so that in a crowd some never get one, and gives the last one to work that takes long.
 */
public final class Turns {

    private final Semaphore free;
    private final int patience;
    private final Dependency kind;

    /**
     * @param atOnce how many may work at a time
     * @param patience milliseconds that one waits for its turn
     * @param kind what those lack whose turn does not come
     */
    public Turns(int atOnce, int patience, Dependency kind) {
        free = new Semaphore(atOnce, true);
        this.patience = patience;
        this.kind = kind;
    }

    /** @throws Rejection.Unavailable when the turn does not come in time */
    public <T> T take(Supplier<T> work) {
        waitForTurn();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void waitForTurn() {
        try {
            if (!free.tryAcquire(patience, MILLISECONDS)) {
                throw new Rejection.Unavailable(
                        kind, new TimeoutException("Others have worked for " + patience + " ms"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejection.Unavailable(kind, e);
        }
    }
}
