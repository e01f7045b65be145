package org.cityapi.bootstrap;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.application.imports.WantedImport;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;

/** An import of this process, from its order to its end; a process that is told to end takes it back first. */
final class WatchedImport {

    private static final Duration LOOK = Duration.ofMillis(100);

    /** So long a process that ends waits for what is told of its import. */
    private static final int TOLD_WITHIN = 3;

    private final ImportCities imports;
    private final ImportWorker worker;
    private final boolean isShared;
    private final Printer printer;
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean taken;
    private volatile boolean interrupted;

    WatchedImport(OpenStore store, Printer printer) {
        this.imports = store.part(ImportCities.class);
        this.worker = store.part(ImportWorker.class);
        this.isShared = store.database().isShared();
        this.printer = printer;
    }

    /** Does it, and shows how far it is. */
    ImportJob run(WantedImport.Reader request) throws IOException {
        if (!isShared) {
            worker.abandonAll();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "end"));
        ImportId id = imports.request(Actor.system(), request).told().job().id();
        taken = true;
        ProgressLine progress = new ProgressLine(printer, "progress.rows");
        try {
            return watch(id, progress);
        } finally {
            progress.end();
        }
    }

    private ImportJob watch(ImportId id, ProgressLine progress) {
        long beat = System.nanoTime();
        while (true) {
            // First: what is over was noted before.
            boolean isIdle = worker.isIdle();
            try {
                ImportJob job = imports.one(Actor.system(), id).job();
                if (!job.state().isOpen()) {
                    return job;
                }
                progress.show(
                        job.counts().bytes(), job.bytesTotal(), job.counts().rows());
                if (isShared && System.nanoTime() - beat >= Nodes.BEAT.toNanos()) {
                    beat = System.nanoTime();
                    worker.beat();
                }
            } catch (Rejection.Unavailable away) {
                // The worker has patience, and gives up when it has to.
            }
            if (isIdle) {
                throw new CannotStart("store.failed");
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    /** Says that all was told. */
    void end() {
        told.countDown();
    }

    private void interrupt() {
        interrupted = true;
        worker.end();
        try {
            var unused = taken && told.await(TOLD_WITHIN, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
