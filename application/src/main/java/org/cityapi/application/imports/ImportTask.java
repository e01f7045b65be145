package org.cityapi.application.imports;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.user.Actor;
import org.jspecify.annotations.Nullable;

/** An open import of this node. */
final class ImportTask {

    /** Why one ends before it is done. */
    enum Stop {
        CANCELLED,
        /** The node ends. */
        ABANDONED
    }

    private final ImportJob job;
    private final Actor actor;
    private final ImportFiles.Kept file;
    private final boolean keepsFile;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile ImportCounts counts = ImportCounts.NONE;
    private volatile List<RowFault> faults = List.of();
    private volatile @Nullable Stop stop;
    private final AtomicReference<@Nullable ImportJob> cancelled = new AtomicReference<>();

    ImportTask(ImportJob job, Actor actor, ImportFiles.Kept file) {
        this(job, actor, file, false);
    }

    /** @param keepsFile whether the file is needed when it is over */
    ImportTask(ImportJob job, Actor actor, ImportFiles.Kept file, boolean keepsFile) {
        this.job = job;
        this.actor = actor;
        this.file = file;
        this.keepsFile = keepsFile;
    }

    ImportJob job() {
        return job;
    }

    Actor actor() {
        return actor;
    }

    ImportFiles.Kept file() {
        return file;
    }

    boolean keepsFile() {
        return keepsFile;
    }

    ImportCounts counts() {
        return counts;
    }

    /** The faults that were found up to now, the first ones. */
    List<RowFault> faults() {
        return faults;
    }

    void tell(ImportCounts now, List<RowFault> found) {
        counts = now;
        faults = found;
    }

    @Nullable
    Stop stop() {
        return stop;
    }

    void stop(Stop why) {
        stop = why;
    }

    /** The import as it is when it was cancelled before it began; the first that is told counts. */
    ImportJob cancelledAs(ImportJob cancelled) {
        this.cancelled.compareAndSet(null, cancelled);
        return Objects.requireNonNull(this.cancelled.get());
    }

    /** @return whether that was the first time */
    boolean end() {
        boolean first = !over.getAndSet(true);
        ended.countDown();
        return first;
    }

    /** Waits for its end. */
    void await(long milliseconds) {
        try {
            var unused = ended.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread's work on it when somebody wants that. */
    void stopIfAsked() {
        Stop why = stop;
        if (why != null) {
            throw new Stopped(why);
        }
    }

    /** Ends the work on an import. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Stop why;

        private Stopped(Stop why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        Stop why() {
            return why;
        }
    }
}
