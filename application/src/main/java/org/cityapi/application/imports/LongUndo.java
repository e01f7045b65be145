package org.cityapi.application.imports;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;

/**
 * Takes imports back, and lets nobody wait for longer than is good for him.
 *
 * @param patience how long it is waited for
 * @param unforeseen is told why it failed when nobody waits any more
 */
record LongUndo(UndoImports undo, Duration patience, Consumer<Throwable> unforeseen) {

    /** @return the import that is undone; empty where that goes on when this returns */
    Optional<ImportJob> undo(Actor actor, ImportJob job) {
        CompletableFuture<ImportJob> undone =
                CompletableFuture.supplyAsync(() -> undo.undo(actor, job), LongUndo::begin);
        try {
            return Optional.of(undone.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            var unused = undone.exceptionally(failure -> {
                unforeseen.accept(failure);
                return job;
            });
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejection.Unavailable(e);
        }
    }

    private static void begin(Runnable undoing) {
        Thread thread = new Thread(undoing, "undo");
        thread.setDaemon(true);
        thread.start();
    }
}
