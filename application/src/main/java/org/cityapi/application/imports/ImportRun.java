package org.cityapi.application.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.application.KeptTime;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Permission;

/**
 * Does what one import is to do: stores its file. When that cannot be, for a row is refused or cannot be read, the file is read
 * again, without storing, to find all that is wrong with it; a dry run does only that.
 */
final class ImportRun {

    /** How long the rows that are kept can be asked for. */
    private static final Duration ROWS_KEPT = Duration.ofDays(30);

    /** How often a file is stored that was good when it was looked at. */
    private static final int MOST_TRIES = 3;

    private final ImportJobs jobs;
    private final Clock clock;
    private final PatientWork work;
    private final KnownUsers users;
    private final ImportEnds ends;
    private final StoringPass storing;
    private final CheckingPass checking;

    ImportRun(ImportParts parts, ImportEnds ends) {
        this.ends = ends;
        jobs = parts.jobs();
        clock = parts.clock();
        users = parts.users();
        work = new PatientWork(parts.work());
        ReadFiles files = new ReadFiles(parts);
        storing = new StoringPass(parts, files);
        checking = new CheckingPass(parts, files, ends);
    }

    /**
     * Runs an import that waits for its turn; does nothing when it waits no more.
     *
     * @throws Rejection.Unavailable when what came of it cannot be told; then nothing did
     */
    void run(ImportTask task) {
        if (task.stop() == ImportTask.Stop.CANCELLED) {
            ends.tellCancelled(task);
            return;
        }
        ImportJob job = task.job().started(KeptTime.now(clock));
        if (!work.patiently(() -> jobs.replace(job, Set.of(ImportState.QUEUED)))) {
            return;
        }
        ImportEnds.sweep(() -> jobs.forgetRowsBefore(KeptTime.now(clock).minus(ROWS_KEPT)));
        RunningImport running = new RunningImport(task, job);
        try {
            if (work.patiently(() -> users.stillHas(Permission.IMPORT_CITIES, task.actor()))) {
                execute(running);
            } else {
                ends.fail(job, task.counts(), List.of(), List.of(RowFault.of(0, Fault.WITHDRAWN, Map.of())));
            }
        } catch (BrokenFile broken) {
            List<RowFault> faults = new ArrayList<>(broken.faults());
            faults.addAll(task.faults());
            ends.fail(job, task.counts(), running.columns(), faults);
        } catch (ImportTask.Stopped stopped) {
            ends.stop(job, stopped.why(), task.counts(), running.columns());
        } catch (Rejection.Unavailable | IOException storeFailed) {
            List<RowFault> faults = List.of(RowFault.of(0, Fault.STORE, Map.of()));
            ends.fail(job, task.counts().withoutRows(), running.columns(), faults);
            ImportEnds.sweep(() -> forgetRowsOfFailed(job));
        } catch (StoringPass.Lost over) {
            ImportEnds.sweep(() -> jobs.forgetRows(job.id()));
        }
    }

    /** Rows that its end tells of stay: what was thought to have failed may not have. */
    private void forgetRowsOfFailed(ImportJob job) {
        jobs.find(job.id())
                .filter(now -> now.state() == ImportState.FAILED && now.counts().rejected() == 0)
                .ifPresent(failed -> jobs.forgetRows(failed.id()));
    }

    /** What was refused may be good when it is looked at again, for others have written since: then it is stored after all. */
    private void execute(RunningImport running) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (tries > 0) {
                jobs.forgetRows(running.job().id());
            }
            boolean stored = !running.job().order().dryRun() && storing.run(running);
            if (stored || checking.run(running)) {
                return;
            }
        }
        throw new Rejection.Unavailable(new IllegalStateException("The register changes all the time"));
    }
}
