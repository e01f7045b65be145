package org.cityapi.application.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RejectedRow;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;

/**
 * Takes files of cities in, and tells what becomes of them. All of it needs {@code import:cities}, and nothing else: the
 * imports of all are seen by all who may import.
 */
public final class ImportCities {

    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final UndoImports undo;

    public ImportCities(ImportParts parts, ImportWorker worker) {
        this.jobs = parts.jobs();
        this.worker = worker;
        undo = new UndoImports(parts);
    }

    /**
     * A file, and what is to be done with it.
     *
     * @param content is read to its end, or until it fails
     */
    public record Wanted(ImportOrder order, InputStream content) {}

    /**
     * Takes an import on, when its file is there.
     *
     * @throws IOException when the file breaks off
     */
    public ImportJob request(Actor actor, Request request) throws IOException {
        actor.require(Permission.IMPORT_CITIES);
        Wanted wanted = request.read();
        return worker.take(byFile(actor), wanted.order(), wanted.content());
    }

    /** Reads what is wanted, after the right to it was judged. */
    @FunctionalInterface
    public interface Request {

        Wanted read() throws IOException;
    }

    /** @throws Rejection.NotFound when there is no such import */
    public ImportJob one(Actor actor, ImportId id) {
        actor.require(Permission.IMPORT_CITIES);
        return worker.live(find(id));
    }

    /**
     * Some imports, the newest first.
     *
     * @param asked reads what is asked for, after the right to it was judged
     */
    public List<ImportJob> list(Actor actor, Supplier<Asked> asked) {
        actor.require(Permission.IMPORT_CITIES);
        Asked wanted = asked.get();
        return jobs.list(wanted.before(), wanted.max()).stream()
                .map(worker::live)
                .toList();
    }

    /** @param before only those of a lower id */
    public record Asked(long before, int max) {}

    /**
     * The rows of an import that were refused, in the order of their lines.
     *
     * @param line only those after it
     */
    public List<RejectedRow> rejected(Actor actor, ImportId id, long line, int max) {
        actor.require(Permission.IMPORT_CITIES);
        return jobs.rejected(id, line, max);
    }

    /**
     * Ends an import that is not over. One of another node may be open for a moment still.
     *
     * @throws Rejection.WrongState when it is over
     */
    public void cancel(Actor actor, ImportId id) {
        actor.require(Permission.IMPORT_CITIES);
        ImportJob job = find(id);
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
     * Takes a whole import back; cities that were edited since are left and listed.
     *
     * @throws Rejection.WrongState unless it has succeeded, and stored something
     */
    public ImportJob undo(Actor actor, ImportId id) {
        actor.require(Permission.IMPORT_CITIES);
        return undo.undo(byFile(actor), find(id));
    }

    private ImportJob find(ImportId id) {
        return jobs.find(id).orElseThrow(() -> new Rejection.NotFound(thing(id)));
    }

    private static void refuseUnless(ImportJob job, boolean isPossible) {
        if (!isPossible) {
            throw new Rejection.WrongState(thing(job.id()), key(job.state()));
        }
    }

    private static Thing thing(ImportId id) {
        return new Thing("import", Long.toString(id.value()));
    }

    static String key(ImportState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The same person, whose changes come in by a file. */
    private static Actor byFile(Actor actor) {
        return new Actor(actor.user(), actor.permissions(), Door.IMPORT, actor.byApiToken());
    }
}
