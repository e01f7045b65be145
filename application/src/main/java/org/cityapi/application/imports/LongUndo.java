package org.cityapi.application.imports;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;

/**
 * Takes imports back, and lets nobody wait for longer than is good for him.
 */
final class LongUndo {

    private static final String UNDOING = "undoing";

    private final UndoImports undo;
    private final Duration patience;
    private final Consumer<Throwable> unforeseen;
    private final Map<ImportId, CompletableFuture<ImportJob>> running = new ConcurrentHashMap<>();

    /**
     * @param patience how long it is waited for
     * @param unforeseen is told why it failed when nobody waits any more
     */
    LongUndo(UndoImports undo, Duration patience, Consumer<Throwable> unforeseen) {
        this.undo = undo;
        this.patience = patience;
        this.unforeseen = unforeseen;
    }

    /**
     * Takes one back.
     *
     * @return the import that is undone; empty where that goes on when this returns
     * @throws Rejection.WrongState when somebody else does so at the moment, or nothing of it is stored
     */
    Optional<ImportJob> undo(Actor actor, ImportJob job) {
        CompletableFuture<ImportJob> undone = new CompletableFuture<>();
        if (running.putIfAbsent(job.id(), undone) != null) {
            throw new Rejection.WrongState(ImportCities.thing(job.id()), UNDOING);
        }
        start(actor, job, undone);
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

    private void start(Actor actor, ImportJob job, CompletableFuture<ImportJob> undone) {
        var unused = undone.completeAsync(() -> undo.undo(actor, job), LongUndo::begin)
                .whenComplete((done, failure) -> running.remove(job.id()));
    }

    /**
     * Waits for those that go on.
     *
     * @return whether all are done; the others are lost when the process ends, and nothing of them is stored
     */
    boolean await(Duration time) {
        try {
            CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new))
                    .exceptionally(told -> null)
                    .get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return running.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void begin(Runnable undoing) {
        Thread thread = new Thread(undoing, "undo");
        thread.setDaemon(true);
        thread.start();
    }
}
