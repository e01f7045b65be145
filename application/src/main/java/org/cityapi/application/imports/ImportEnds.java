package org.cityapi.application.imports;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.application.KeptTime;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;

/** How imports end, other than by being stored. */
final class ImportEnds {

    private final ImportJobs jobs;
    private final PatientWork work;
    private final Clock clock;

    ImportEnds(ImportParts parts) {
        jobs = parts.jobs();
        work = new PatientWork(parts.work());
        clock = parts.clock();
    }

    /** Unless it is over: then the transaction that was thought to have failed has not. */
    void end(ImportJob ended) {
        work.patiently(() -> jobs.replace(ended, Set.of(ImportState.RUNNING)));
    }

    /** A trial tells what would be, also of a file that breaks off. */
    void fail(ImportJob job, ImportCounts counts, List<String> columns, List<RowFault> faults) {
        ImportCounts told = job.order().dryRun() ? counts : counts.withoutEffect();
        end(job.ended(ImportState.FAILED, told, columns, faults, KeptTime.now(clock)));
    }

    /** One that was stopped while it ran; nothing that was kept of its rows stays. */
    void stop(ImportJob job, ImportTask.Stop why, ImportCounts counts, List<String> columns) {
        sweep(() -> jobs.forgetRows(job.id()));
        if (why == ImportTask.Stop.CANCELLED) {
            end(job.ended(ImportState.CANCELLED, counts.withoutRows(), columns, List.of(), KeptTime.now(clock)));
        } else {
            fail(job, counts.withoutRows(), columns, List.of(RowFault.of(0, Fault.ABANDONED, Map.of())));
        }
    }

    /** One that was cancelled before it began. */
    ImportJob cancelled(ImportTask task) {
        return task.cancelledAs(
                task.job().ended(ImportState.CANCELLED, ImportCounts.NONE, List.of(), List.of(), KeptTime.now(clock)));
    }

    /** @return whether it had not begun */
    boolean tellCancelled(ImportTask task) {
        ImportJob cancelled = cancelled(task);
        return work.patiently(() -> jobs.replace(cancelled, Set.of(ImportState.QUEUED)));
    }

    /** @return whether it had not begun, wherever it waits */
    boolean cancelWaiting(ImportJob job) {
        ImportJob cancelled =
                job.ended(ImportState.CANCELLED, ImportCounts.NONE, List.of(), List.of(), KeptTime.now(clock));
        return jobs.replace(cancelled, Set.of(ImportState.QUEUED));
    }

    /** Tells that an open import will not be done, for its node does it no more. */
    void abandon(ImportJob job) {
        ImportJob failed = job.ended(
                ImportState.FAILED,
                job.counts().withoutRows(),
                job.columns(),
                List.of(RowFault.of(0, Fault.ABANDONED, Map.of())),
                KeptTime.now(clock));
        jobs.replace(failed, Set.of(ImportState.QUEUED, ImportState.RUNNING));
    }

    /** Rows that stay are swept away in time: that keeps no import from its end. */
    static void sweep(Runnable sweeping) {
        try {
            sweeping.run();
        } catch (Rejection.Unavailable later) {
            // The rows of an import are forgotten a month after it at the latest.
        }
    }
}
