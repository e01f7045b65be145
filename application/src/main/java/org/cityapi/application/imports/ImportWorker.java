package org.cityapi.application.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cityapi.application.KeyedWrites;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;

/** Runs the imports of this node, one at a time, in the order in which they came. */
public final class ImportWorker {

    /** Milliseconds that one which is cancelled has to end. */
    private static final int ENDED_WITHIN = 5_000;

    private final ImportParts parts;
    private final NewImports orders;
    private final ImportEnds ends;
    private final Consumer<Throwable> unforeseen;
    private final OpenTasks tasks;
    private final ImportThread thread;
    private volatile boolean ending;

    /** @param unforeseen is told of failures that are faults of the program */
    public ImportWorker(ImportParts parts, Consumer<Throwable> unforeseen) {
        this.parts = parts;
        this.unforeseen = unforeseen;
        tasks = new OpenTasks(parts.files());
        orders = new NewImports(parts);
        ends = new ImportEnds(parts);
        thread = new ImportThread(tasks, new ImportRun(parts, ends), ends, unforeseen);
    }

    /**
     * Takes an import on.
     *
     * @throws IOException when the file breaks off
     * @throws Rejection.Unavailable when too many wait already, or there is no room
     */
    KeyedWrites.Done<ImportJob> take(Actor actor, WantedImport wanted) throws IOException {
        if (ending || !tasks.takePlace()) {
            throw tasks.full();
        }
        boolean taken = false;
        try {
            ImportFiles.Kept file = parts.files().keep(wanted.content());
            try {
                KeyedWrites.Done<ImportJob> done = orders.add(actor, wanted, file);
                if (!done.before()) {
                    taken = thread.begin(new ImportTask(done.made(), actor, file));
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

    /**
     * Takes an import on whose file is here already.
     *
     * @param keepsFile whether the file is needed when it is over
     * @param record puts it on record; empty when somebody has done that before
     * @throws Rejection.Unavailable when too many wait already
     */
    Optional<ImportJob> take(
            Actor actor, ImportFiles.Kept file, boolean keepsFile, Supplier<Optional<ImportJob>> record) {
        if (ending || !tasks.takePlace()) {
            throw tasks.full();
        }
        boolean taken = false;
        try {
            Optional<ImportJob> job = record.get();
            taken = job.isPresent() && thread.begin(new ImportTask(job.get(), actor, file, keepsFile));
            return job;
        } finally {
            if (!taken) {
                tasks.leavePlace();
            }
        }
    }

    /** Takes an import on that another node has put on record; as long as there is no place for it, it waits. */
    void take(ImportTask task) {
        if (tasks.has(task.job().id())) {
            return;
        }
        if (ending || !tasks.takePlace()) {
            parts.jobs().beat(task.job().id(), task.counts());
        } else if (!thread.begin(task)) {
            tasks.leavePlace();
        }
    }

    /** Whether an open import of this node needs a file. */
    boolean needs(ImportFiles.Kept file) {
        return tasks.needs(file.name());
    }

    /** Tells of a failure that no client hears of. */
    void tell(Throwable failure) {
        unforeseen.accept(failure);
    }

    /** How an import of this node stands by now; any other as it is. */
    ImportJob live(ImportJob job) {
        if (!job.state().isOpen()) {
            return job;
        }
        ImportTask task = tasks.find(job.id()).orElse(null);
        if (task == null) {
            // It may have ended since it was read: who was told so is not told otherwise.
            return parts.jobs().find(job.id()).orElse(job);
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

    /** Ends an import of any node: one that waits on another one ends at once, one that runs there when that one looks. */
    void stop(ImportJob job) {
        if (!cancel(job) && !ends.cancelWaiting(job)) {
            parts.jobs().askToCancel(job.id());
        }
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

    /** Tells that an import will not be done, for nothing is heard of it; its node may be alive. */
    void abandon(ImportId id) {
        if (!tasks.has(id)) {
            parts.jobs().find(id).ifPresent(ends::abandon);
        }
    }

    /** When nobody else can have any: the open imports, and the drafts, are those of a process that has ended. */
    public void abandonAll() {
        parts.jobs().beats().keySet().forEach(this::abandon);
        parts.drafts().all().forEach(draft -> parts.drafts().forget(draft.id()));
    }

    /** Ends all imports of this node, for it stops. */
    public void end() {
        ending = true;
        tasks.all().forEach(task -> task.stop(ImportTask.Stop.ABANDONED));
        thread.end(ENDED_WITHIN);
    }
}
