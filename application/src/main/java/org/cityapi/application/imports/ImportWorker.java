package org.cityapi.application.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cityapi.application.KeptTime;
import org.cityapi.application.KeyedWrites;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;

/** Runs the imports of this node, one at a time, in the order in which they came. */
public final class ImportWorker {

    /** How many there may be, that which runs among them, each with its file. */
    private static final int MOST_WAITING = 20;

    /** Milliseconds that one which is cancelled has to end. */
    private static final int ENDED_WITHIN = 5_000;

    /** So long an order waits for an import that is being stored. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

    private final ImportParts parts;
    private final ImportRun run;
    private final Consumer<Throwable> unforeseen;
    private final Map<ImportId, ImportTask> tasks = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "imports");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private volatile boolean ending;

    /** @param unforeseen is told of failures that are faults of the program */
    public ImportWorker(ImportParts parts, Consumer<Throwable> unforeseen) {
        this.parts = parts;
        this.unforeseen = unforeseen;
        run = new ImportRun(parts);
    }

    /**
     * Takes an import on.
     *
     * @throws IOException when the file breaks off
     * @throws Rejection.Unavailable when too many wait already, or there is no room
     */
    KeyedWrites.Done<ImportJob> take(Actor actor, ImportCities.Wanted wanted) throws IOException {
        if (ending || !places.tryAcquire()) {
            throw full();
        }
        boolean taken = false;
        try {
            ImportFiles.Kept file = parts.files().keep(wanted.content());
            try {
                KeyedWrites.Done<ImportJob> done = add(actor, wanted, file);
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
                places.release();
            }
        }
    }

    private Rejection full() {
        return new Rejection.Unavailable(
                Dependency.IMPORT, new IllegalStateException(tasks.size() + " imports wait already"));
    }

    private void begin(ImportTask task) {
        tasks.put(task.job().id(), task);
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException nodeEnds) {
            tasks.remove(task.job().id());
            abandon(task.job());
            throw full();
        }
    }

    private KeyedWrites.Done<ImportJob> add(Actor actor, ImportCities.Wanted wanted, ImportFiles.Kept file) {
        Supplier<ImportJob> add = () -> parts.jobs()
                .add(wanted.order(), actor.userId(), parts.node(), file.bytes(), KeptTime.now(parts.clock()));
        String key = wanted.key();
        if (key == null) {
            return new KeyedWrites.Done<>(add.get(), false);
        }
        return new PatientWork(parts.work())
                .write(
                        TAKEN_WITHIN,
                        () -> parts.keyed()
                                .once(
                                        new IdempotencyKey(actor.signedIn().id(), key),
                                        wanted.digest().get(),
                                        add,
                                        job -> job.id().value(),
                                        id -> parts.jobs()
                                                .find(new ImportId(id))
                                                .orElseThrow()));
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
            tasks.remove(task.job().id());
            parts.files().forget(task.file().name());
            places.release();
            task.end();
        }
    }

    private void giveUp(ImportTask task) {
        try {
            abandon(task.job().with(task.counts()));
        } catch (RuntimeException again) {
            unforeseen.accept(again);
        }
    }

    /** Tells that an open import will not be done, for its node does it no more. */
    private void abandon(ImportJob job) {
        RowFault fault = RowFault.of(0, Fault.ABANDONED, Map.of());
        ImportJob failed = job.ended(
                ImportState.FAILED,
                job.counts().withoutEffect(),
                job.columns(),
                List.of(fault),
                KeptTime.now(parts.clock()));
        parts.jobs().replace(failed, Set.of(ImportState.QUEUED, ImportState.RUNNING));
    }

    /** How an import of this node stands by now; any other as it is. */
    ImportJob live(ImportJob job) {
        ImportTask task = job.state().isOpen() ? tasks.get(job.id()) : null;
        if (task == null) {
            return job;
        }
        boolean willNotBegin = job.state() == ImportState.QUEUED && task.stop() == ImportTask.Stop.CANCELLED;
        return willNotBegin ? run.cancelled(task) : job.with(task.counts());
    }

    /**
     * Ends an import of this node, and waits for that where it runs.
     *
     * @return whether it is one of this node
     */
    boolean cancel(ImportJob job) {
        ImportTask task = tasks.get(job.id());
        if (task == null) {
            return false;
        }
        task.stop(ImportTask.Stop.CANCELLED);
        if (job.state() == ImportState.RUNNING) {
            task.await(ENDED_WITHIN);
        } else {
            // It does not begin any more; a store that is busy need not hear of that at once.
            var unused = CompletableFuture.runAsync(() -> run.tellCancelled(task));
        }
        return true;
    }

    /** Whether no import of this node is open. */
    public boolean isIdle() {
        return tasks.isEmpty();
    }

    /** Where others share the store: tells them that the imports of this node are alive, and heeds what they ask. */
    public void beat() {
        for (ImportTask task : tasks.values()) {
            parts.jobs().beat(task.job().id(), task.counts());
        }
        if (!tasks.isEmpty()) {
            for (ImportId asked : parts.jobs().askedToCancel()) {
                Optional.ofNullable(tasks.get(asked)).ifPresent(task -> cancel(task.job()));
            }
        }
    }

    /** Tells that an import will not be done, for its node is heard of no more. */
    void abandon(ImportId id) {
        if (!tasks.containsKey(id)) {
            parts.jobs().find(id).ifPresent(this::abandon);
        }
    }

    /** When nobody else can have any: the open imports are those of a process that has ended. */
    public void abandonAll() {
        parts.jobs().beats().keySet().forEach(this::abandon);
    }

    /** Ends all imports of this node, for it stops. */
    public void end() {
        ending = true;
        tasks.values().forEach(task -> task.stop(ImportTask.Stop.ABANDONED));
        thread.shutdown();
        try {
            var unused = thread.awaitTermination(ENDED_WITHIN, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
