package org.cityapi.application.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.user.Actor;

/** Stores a file in one transaction, read and judged on the way; that the import has succeeded is told in the same. */
final class StoringPass {

    private final ReadFiles files;
    private final PatientWork work;
    private final ManyCities cities;
    private final ChangeLog changes;
    private final ImportJobs jobs;
    private final KnownUsers users;
    private final Clock clock;

    StoringPass(ImportParts parts, ReadFiles files) {
        this.files = files;
        work = new PatientWork(parts.work());
        cities = parts.cities();
        changes = parts.changes();
        jobs = parts.jobs();
        users = parts.users();
        clock = parts.clock();
    }

    /** Nothing may be stored, for a row is refused. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused() {
            super("A row is refused", null, false, false);
        }
    }

    /** Somebody else has ended the import meanwhile. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The import is over", null, false, false);
        }
    }

    /**
     * Stores a file.
     *
     * @return whether it could be stored; else nothing is, and it is to be read again to find all that is wrong
     */
    boolean run(RunningImport running) throws IOException {
        try {
            return files.read(
                    running,
                    (chunks, tally) -> work.write(running.task()::stopIfAsked, () -> store(running, chunks, tally)));
        } catch (Refused | BrokenFile refused) {
            return false;
        }
    }

    private boolean store(RunningImport running, Chunks chunks, Tally tally) {
        users.remember(running.task().actor());
        long before = changes.last();
        cities.together(writes -> storeAll(running, chunks, tally, writes));
        running.task().stopIfAsked();
        long after = changes.last();
        ImportJob done = running.job()
                .ended(ImportState.SUCCEEDED, tally.counts(), running.columns(), tally.faults(), KeptTime.now(clock));
        ImportJob logged = after > before ? done.logged(before + 1, after) : done;
        if (!jobs.replace(logged, Set.of(ImportState.RUNNING))) {
            throw new Lost();
        }
        return true;
    }

    private long storeAll(RunningImport running, Chunks chunks, Tally tally, ManyCities.Writes writes) {
        Judge judge = new Judge(cities, running.job().order().mode(), writes.beganEmpty());
        boolean mayRefuse = running.job().order().onError() == OnError.SKIP;
        Actor actor = running.task().actor();
        Instant at = KeptTime.now(clock);
        Runnable append = () -> {};
        while (chunks.hasNext()) {
            running.task().stopIfAsked();
            List<CheckedRow> rows = chunks.next();
            Verdicts verdicts = judge.judge(rows);
            if (!mayRefuse && !verdicts.rejected().isEmpty()) {
                throw new Refused();
            }
            List<Replacement> replacements = verdicts.changed().stream()
                    .map(change ->
                            new Replacement(change.before(), change.before().with(change.details(), at)))
                    .toList();
            writes.replace(replacements);
            List<City> added = writes.add(verdicts.added(), actor.userId(), at);
            judge.noteAdded(added);
            Runnable appending = changes.appending(Stream.concat(
                            replacements.stream().map(each -> Change.updated(each.before(), each.next(), actor)),
                            added.stream().map(city -> Change.created(city, actor)))
                    .toList());
            // That of the rows before, which another thread has made ready meanwhile.
            append.run();
            append = appending;
            files.count(running, chunks, tally, verdicts);
        }
        append.run();
        return tally.counts().rows();
    }
}
