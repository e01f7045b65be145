package org.cityapi.application.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Takes files of cities in, and tells what becomes of them. All of it needs {@code import:cities}, and nothing else: the
 * imports of all are seen by all who may import.
 */
public final class ImportCities {

    /** How many of the cities that were left are named. */
    private static final int MOST_LEFT = 100;

    private final ImportJobs jobs;
    private final ManyCities cities;
    private final KnownUsers users;
    private final ImportWorker worker;
    private final LongUndo undo;

    /** @param patience how long an undo is waited for: less than a client's connection has */
    public ImportCities(ImportParts parts, ImportWorker worker, Duration patience) {
        this.jobs = parts.jobs();
        this.cities = parts.cities();
        this.users = parts.users();
        this.worker = worker;
        undo = new LongUndo(new UndoImports(parts), patience, worker::tell);
    }

    /**
     * Takes an import on, when its file is there; once, however often its client sends it under the same key.
     *
     * @throws IOException when the file breaks off
     */
    public Taken request(Actor actor, WantedImport.Reader request) throws IOException {
        actor.require(Permission.IMPORT_CITIES);
        WantedImport wanted = request.read();
        KeyedWrites.Done<ImportJob> done = worker.take(byFile(actor), wanted);
        // He may not be known yet.
        String maker = actor.user() == null ? null : actor.user().name();
        return new Taken(new Told(done.made().asOrdered(), maker, Map.of()), done.before());
    }

    /**
     * An import that was taken on, as it was then.
     *
     * @param before whether an earlier request with the same key did that
     */
    public record Taken(Told told, boolean before) {}

    /**
     * An import as people are told of it.
     *
     * @param maker what he is called now; null for the register's own doing
     * @param left the names of the first cities that were left when it was undone, null for one that is gone
     */
    public record Told(ImportJob job, @Nullable String maker, Map<Long, Optional<String>> left) {}

    /** @throws Rejection.NotFound when there is no such import */
    public Told one(Actor actor, ImportId id) {
        actor.require(Permission.IMPORT_CITIES);
        return told(find(id));
    }

    private Told told(ImportJob job) {
        UserId by = job.by();
        List<Long> first = job.left().stream().limit(MOST_LEFT).toList();
        Map<CityId, City> present = cities.find(first.stream().map(CityId::new).toList());
        Map<Long, Optional<String>> left = new LinkedHashMap<>();
        for (Long id : first) {
            left.put(
                    id,
                    Optional.ofNullable(present.get(new CityId(id)))
                            .map(city -> city.details().name().value()));
        }
        return new Told(worker.live(job), by == null ? null : users.name(by), left);
    }

    /**
     * Some imports, the newest first.
     *
     * @param asked reads what is asked for, after the right to it was judged
     */
    public List<Told> list(Actor actor, Supplier<Asked> asked) {
        actor.require(Permission.IMPORT_CITIES);
        Asked wanted = asked.get();
        return jobs.list(wanted.before(), wanted.max()).stream().map(this::told).toList();
    }

    /** @param before only those of a lower id */
    public record Asked(long before, int max) {}

    /**
     * The rows of an import that are kept, in the order of their numbers: those that were refused; of a dry run, all.
     *
     * @param id of an import that is there
     * @param outcome only those with it; null for all
     * @param number only those after it
     */
    public List<ImportRow> rows(Actor actor, ImportId id, @Nullable RowOutcome outcome, long number, int max) {
        actor.require(Permission.IMPORT_CITIES);
        return jobs.rows(id, outcome, number, max);
    }

    /**
     * Ends an import that is not over. One of another node may be open for a moment still.
     *
     * @throws Rejection.WrongState when it is over
     */
    public void cancel(Actor actor, ImportId id) {
        actor.require(Permission.IMPORT_CITIES);
        ImportJob job = worker.live(find(id));
        refuseUnless(job, job.state().isOpen());
        if (worker.cancel(job)) {
            ImportJob after = find(id);
            refuseUnless(
                    after,
                    after.state() == ImportState.CANCELLED || after.state().isOpen());
        } else {
            jobs.askToCancel(id);
        }
    }

    /**
     * Takes a whole import back; cities that were edited since are left and listed. What takes long goes on when this
     * returns.
     *
     * @throws Rejection.WrongState unless it has succeeded, and stored something
     */
    public Undone undo(Actor actor, ImportId id) {
        actor.require(Permission.IMPORT_CITIES);
        Optional<ImportJob> undone = undo.undo(byFile(actor), find(id));
        return new Undone(told(undone.orElseGet(() -> find(id))), undone.isPresent());
    }

    /** Waits for undos that go on; tells whether all are done. */
    public boolean awaitUndos(Duration time) {
        return undo.await(time);
    }

    /**
     * An import that is taken back.
     *
     * @param done whether it is by now
     */
    public record Undone(Told told, boolean done) {}

    private ImportJob find(ImportId id) {
        return jobs.find(id).orElseThrow(() -> new Rejection.NotFound(thing(id)));
    }

    private static void refuseUnless(ImportJob job, boolean isPossible) {
        if (!isPossible) {
            throw new Rejection.WrongState(thing(job.id()), key(job.state()));
        }
    }

    static Thing thing(ImportId id) {
        return new Thing("import", Long.toString(id.value()));
    }

    static String key(ImportState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The same person, whose changes come in by a file. */
    static Actor byFile(Actor actor) {
        return new Actor(actor.user(), actor.permissions(), Door.IMPORT, actor.byApiToken());
    }
}
