package org.cityapi.application.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.application.KeptTime;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.city.ManyCities.Replacement;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;

/**
 * Does what one import is to do.
 *
 * <p>What is to be stored is stored in one transaction, read and judged on the way, and the import is told to have
 * succeeded in the same. When a row is refused, and nothing may be stored then, the transaction is taken back, and the file
 * read once more to find all that is wrong with it; a dry run does only that. Neither keeps anybody else from writing.
 */
final class ImportRun {

    /** How long the rows that were refused can be asked for. */
    private static final Duration REJECTED_KEPT = Duration.ofDays(30);

    /** How often a file is stored that was good when it was looked at. */
    private static final int MOST_TRIES = 3;

    private final PatientWork work;
    private final ManyCities cities;
    private final ChangeLog changes;
    private final ImportJobs jobs;
    private final ImportFiles files;
    private final CityFiles formats;
    private final KnownUsers users;
    private final Clock clock;
    private final long maxBytes;

    ImportRun(ImportParts parts) {
        this.work = new PatientWork(parts.work());
        this.cities = parts.cities();
        this.changes = parts.changes();
        this.jobs = parts.jobs();
        this.files = parts.files();
        this.formats = parts.formats();
        this.users = parts.users();
        this.clock = parts.clock();
        this.maxBytes = parts.maxBytes();
    }

    /** Nothing may be stored, for a row is refused. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused() {
            super("A row is refused", null, false, false);
        }
    }

    /** Somebody else has ended the import meanwhile. */
    private static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The import is over", null, false, false);
        }
    }

    /**
     * Runs an import that waits for its turn; does nothing when it waits no more.
     *
     * @throws Rejection.Unavailable when what came of it cannot be told; then nothing did
     */
    void run(ImportTask task) {
        if (task.stop() == ImportTask.Stop.CANCELLED) {
            tellCancelled(task);
            return;
        }
        ImportJob job = task.job().started(now());
        if (!work.patiently(() -> jobs.replace(job, Set.of(ImportState.QUEUED)))) {
            return;
        }
        List<String> columns = new ArrayList<>();
        try {
            sweep(() -> jobs.forgetRejectedBefore(now().minus(REJECTED_KEPT)));
            execute(task, job, columns);
        } catch (BrokenFile broken) {
            List<RowFault> faults = new ArrayList<>(task.faults());
            faults.addAll(0, broken.faults());
            fail(job, task.counts(), columns, faults);
        } catch (ImportTask.Stopped stopped) {
            sweep(() -> jobs.forgetRejected(job.id()));
            if (stopped.why() == ImportTask.Stop.CANCELLED) {
                end(job.ended(ImportState.CANCELLED, task.counts().withoutRows(), columns, List.of(), now()));
            } else {
                fail(job, task.counts(), columns, List.of(RowFault.of(0, Fault.ABANDONED, Map.of())));
            }
        } catch (Rejection.Unavailable | IOException storeFailed) {
            fail(job, task.counts().withoutRows(), columns, List.of(RowFault.of(0, Fault.STORE, Map.of())));
        } catch (Lost over) {
            sweep(() -> jobs.forgetRejected(job.id()));
        }
    }

    /** What was refused may be good when it is looked at again, for others have written since: then it is stored after all. */
    private void execute(ImportTask task, ImportJob job, List<String> columns) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (tries > 0) {
                jobs.forgetRejected(job.id());
            }
            boolean stored = !job.order().dryRun() && store(task, job, columns);
            if (stored || check(task, job, columns)) {
                return;
            }
        }
        throw new Rejection.Unavailable(new IllegalStateException("The register changes all the time"));
    }

    /** Rows that stay are swept away in time: that keeps no import from its end. */
    private static void sweep(Runnable sweeping) {
        try {
            sweeping.run();
        } catch (Rejection.Unavailable later) {
            // The rows of an import are forgotten a month after it at the latest.
        }
    }

    /** One that was cancelled before it began. */
    ImportJob cancelled(ImportTask task) {
        return task.job().ended(ImportState.CANCELLED, ImportCounts.NONE, List.of(), List.of(), now());
    }

    void tellCancelled(ImportTask task) {
        jobs.replace(cancelled(task), Set.of(ImportState.QUEUED));
    }

    /** @return whether it could be stored; else nothing is */
    private boolean store(ImportTask task, ImportJob job, List<String> columns) throws IOException {
        try {
            return reading(
                    task,
                    columns,
                    (chunks, tally) -> work.write(task::stopIfAsked, () -> {
                        users.remember(task.actor());
                        long before = changes.last();
                        cities.together(writes -> storeAll(task, job, chunks, tally, writes));
                        task.stopIfAsked();
                        long after = changes.last();
                        ImportJob done =
                                job.ended(ImportState.SUCCEEDED, tally.counts(), columns, tally.faults(), now());
                        ImportJob logged = after > before ? done.logged(before + 1, after) : done;
                        if (!jobs.replace(logged, Set.of(ImportState.RUNNING))) {
                            throw new Lost();
                        }
                        return true;
                    }));
        } catch (Refused | BrokenFile refused) {
            // Read again without storing: so all that is wrong is told, and the rows that are refused are kept.
            return false;
        }
    }

    private long storeAll(ImportTask task, ImportJob job, Chunks chunks, Tally tally, ManyCities.Writes writes) {
        Judge judge = new Judge(cities, job.order().mode());
        Instant at = now();
        Runnable append = () -> {};
        while (chunks.hasNext()) {
            task.stopIfAsked();
            List<CheckedRow> rows = chunks.next();
            Verdicts verdicts = judge.judge(rows);
            if (!verdicts.rejected().isEmpty()) {
                if (job.order().onError() == OnError.ABORT) {
                    throw new Refused();
                }
                reject(job, tally, verdicts);
            }
            List<Replacement> replacements = verdicts.changed().stream()
                    .map(change ->
                            new Replacement(change.before(), change.before().with(change.details(), at)))
                    .toList();
            writes.replace(replacements);
            List<City> added = writes.add(verdicts.added(), task.actor().userId(), at);
            judge.noteAdded(added);
            Runnable appending = changes.appending(Stream.concat(
                            replacements.stream().map(each -> Change.updated(each.before(), each.next(), task.actor())),
                            added.stream().map(city -> Change.created(city, task.actor())))
                    .toList());
            // That of the rows before, which another thread has made ready meanwhile.
            append.run();
            append = appending;
            tally.add(rows.size(), verdicts);
            task.tell(tally.counts(), tally.faults());
        }
        append.run();
        return tally.counts().rows();
    }

    /** Keeps the rows that are refused; of too many, the first ones. */
    private void reject(ImportJob job, Tally tally, Verdicts verdicts) {
        if (!verdicts.rejected().isEmpty() && tally.counts().rejected() < ImportJob.MOST_REJECTED) {
            jobs.reject(job.id(), verdicts.rejected());
        }
    }

    /**
     * Finds what would be done, and what is wrong.
     *
     * @return whether that is the end; else the file can be stored
     */
    private boolean check(ImportTask task, ImportJob job, List<String> columns) throws IOException {
        task.tell(ImportCounts.NONE, List.of());
        return reading(task, columns, (chunks, tally) -> {
            Judge judge = new Judge(cities, job.order().mode());
            while (chunks.hasNext()) {
                task.stopIfAsked();
                List<CheckedRow> rows = chunks.next();
                Verdicts verdicts = judge.judge(rows);
                reject(job, tally, verdicts);
                tally.add(rows.size(), verdicts);
                task.tell(tally.counts(), tally.faults());
            }
            if (!job.order().dryRun()
                    && (tally.counts().rejected() == 0 || job.order().onError() == OnError.SKIP)) {
                return false;
            }
            boolean refused = tally.counts().rejected() > 0 && job.order().onError() == OnError.ABORT;
            ImportCounts counts =
                    job.order().dryRun() ? tally.counts() : tally.counts().withoutEffect();
            ImportState reached = refused ? ImportState.FAILED : ImportState.SUCCEEDED;
            end(job.ended(reached, counts, columns, tally.faults(), now()));
            return true;
        });
    }

    /** Work on the rows of a file. */
    private interface Reading {

        boolean run(Chunks chunks, Tally tally);
    }

    private boolean reading(ImportTask task, List<String> columns, Reading reading) throws IOException {
        try (InputStream content = files.open(task.file().name())) {
            CountedStream counted = new CountedStream(content);
            CityFiles.DraftRows rows = formats.open(counted, task.job().order(), maxBytes);
            columns.clear();
            columns.addAll(rows.columns());
            Chunks chunks = new Chunks(rows);
            try {
                return reading.run(chunks, new Tally(counted));
            } finally {
                chunks.end();
            }
        }
    }

    private void fail(ImportJob job, ImportCounts counts, List<String> columns, List<RowFault> faults) {
        end(job.ended(ImportState.FAILED, counts.withoutEffect(), columns, faults, now()));
    }

    /** Unless it is over: then the transaction that was thought to have failed has not. */
    private void end(ImportJob job) {
        work.patiently(() -> jobs.replace(job, Set.of(ImportState.RUNNING)));
    }

    private Instant now() {
        return KeptTime.now(clock);
    }
}
