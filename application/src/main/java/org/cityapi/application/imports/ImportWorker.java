package org.cityapi.application.imports;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cityapi.application.KeyedWrites;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;

/** Runs the imports of this node, one at a time, in the order in which they came. */
public final class ImportWorker {

    /** Milliseconds that one which is cancelled has to end. */
    private static final int ENDED_WITHIN = 5_000;

    private final ImportParts parts;
    private final NewImports orders;
    private final ImportEnds ends;
    private final ImportRun run;
    private final Consumer<Throwable> unforeseen;
    private final OpenTasks tasks;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "imports");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean ending;

    /** @param unforeseen is told of failures that are faults of the program */
    public ImportWorker(ImportParts parts, Consumer<Throwable> unforeseen) {
        this.parts = parts;
        this.unforeseen = unforeseen;
        tasks = new OpenTasks(parts.files());
        orders = new NewImports(parts);
        ends = new ImportEnds(parts);
        run = new ImportRun(parts, ends);
    }

    /**
     * Takes an import on.
     *
     * @throws IOException when the file breaks off
     * @throws Rejection.Unavailable when too many wait already, or there is no room
     */
    KeyedWrites.Done<ImportJob> take(Actor actor, WantedImport wanted) throws IOException {
        if (ending || !tasks.takePlace()) {
            throw full();
        }
        boolean taken = false;
        try {
            ImportFiles.Kept file = parts.files().keep(wanted.content());
            try {
                KeyedWrites.Done<ImportJob> done = orders.add(actor, wanted, file);
                if (!done.before()) {
                    begin(new ImportTask(done.made(), actor, file));
                    taken = true;
                }
                return done;
            } finally {
                if (!taken) {
                    parts.files().forget(file.name());
                }
            }
        } finally {
            if (!taken) {
                tasks.leavePlace();
            }
        }
    }

    private Rejection full() {
        return new Rejection.Unavailable(
                Dependency.IMPORT, new IllegalStateException(tasks.size() + " imports wait already"));
    }

    private void begin(ImportTask task) {
        tasks.add(task);
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException nodeEnds) {
            tasks.remove(task);
            ends.abandon(task.job());
            throw full();
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

    /** Tells of a failure that no client hears of. */
    void tell(Throwable failure) {
        unforeseen.accept(failure);
    }

    private void giveUp(ImportTask task) {
        try {
            ends.abandon(task.job().with(task.counts()));
        } catch (RuntimeException again) {
            unforeseen.accept(again);
        }
    }

    /** How an import of this node stands by now; any other as it is. */
    ImportJob live(ImportJob job) {
        ImportTask task = job.state().isOpen() ? tasks.find(job.id()).orElse(null) : null;
        if (task == null) {
            return job;
        }
        boolean willNotBegin = job.state() == ImportState.QUEUED && task.stop() == ImportTask.Stop.CANCELLED;
        return willNotBegin ? ends.cancelled(task) : job.with(task.counts());
    }

    /**
     * Ends an import of this node, and waits for that where it runs.
     *
     * @return whether it is one of this node
     */
    boolean cancel(ImportJob job) {
        ImportTask task = tasks.find(job.id()).orElse(null);
        if (task == null) {
            return false;
        }
        task.stop(ImportTask.Stop.CANCELLED);
        if (job.state() == ImportState.RUNNING) {
            task.await(ENDED_WITHIN);
        } else {
            // It does not begin any more; its client need not wait until a store that is busy hears of that.
            var unused = CompletableFuture.runAsync(() -> {
                if (ends.tellCancelled(task)) {
                    tasks.letGo(task);
                }
            });
        }
        return true;
    }

    /** Whether no import of this node is open. */
    public boolean isIdle() {
        return tasks.isEmpty();
    }

    /** Where others share the store: tells them that the imports of this node are alive, and heeds what they ask. */
    public void beat() {
        for (ImportTask task : tasks.all()) {
            parts.jobs().beat(task.job().id(), task.counts());
        }
        if (!tasks.isEmpty()) {
            for (ImportId asked : parts.jobs().askedToCancel()) {
                tasks.find(asked).ifPresent(task -> cancel(task.job()));
            }
        }
    }

    /** Tells that an import will not be done, for its node is heard of no more. */
    void abandon(ImportId id) {
        if (!tasks.has(id)) {
            parts.jobs().find(id).ifPresent(ends::abandon);
        }
    }

    /** When nobody else can have any: the open imports are those of a process that has ended. */
    public void abandonAll() {
        parts.jobs().beats().keySet().forEach(this::abandon);
    }

    /** Ends all imports of this node, for it stops. */
    public void end() {
        ending = true;
        tasks.all().forEach(task -> task.stop(ImportTask.Stop.ABANDONED));
        thread.shutdown();
        try {
            var unused = thread.awaitTermination(ENDED_WITHIN, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
