package org.cityapi.application.imports;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cityapi.domain.rejection.Rejection;

/** Runs imports one after the other, and sees to it that each comes to an end. */
final class ImportThread {

    private final OpenTasks tasks;
    private final ImportRun run;
    private final ImportEnds ends;
    private final Consumer<Throwable> unforeseen;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "imports");
        thread.setDaemon(true);
        return thread;
    });

    /** @param unforeseen is told of failures that are faults of the program */
    ImportThread(OpenTasks tasks, ImportRun run, ImportEnds ends, Consumer<Throwable> unforeseen) {
        this.tasks = tasks;
        this.run = run;
        this.ends = ends;
        this.unforeseen = unforeseen;
    }

    /**
     * Lets an import that has a place wait for its turn.
     *
     * @return whether it was not begun already
     * @throws Rejection.Unavailable when the node ends
     */
    boolean begin(ImportTask task) {
        if (!tasks.add(task)) {
            return false;
        }
        try {
            thread.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException nodeEnds) {
            tasks.remove(task);
            ends.abandon(task.job());
            throw tasks.full();
        }
    }

    private void run(ImportTask task) {
        try {
            run.run(task);
        } catch (Rejection.Unavailable cannotTell) {
            unforeseen.accept(cannotTell);
        } catch (RuntimeException | Error fault) {
            unforeseen.accept(fault);
            giveUp(task);
        } finally {
            tasks.letGo(task);
        }
    }

    private void giveUp(ImportTask task) {
        try {
            ends.abandon(task.job().with(task.counts()));
        } catch (RuntimeException again) {
            unforeseen.accept(again);
        }
    }

    /** Takes none any more, and waits for the one that runs, for so many milliseconds at most. */
    void end(long milliseconds) {
        thread.shutdown();
        try {
            var unused = thread.awaitTermination(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
