package org.cityapi.application.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cityapi.application.KeptTime;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Prepares an import step by step: a file comes, its columns are matched, it is tried as often as wanted, and done. All of
 * it needs {@code import:cities}; a draft is seen by its owner alone, and lasts for an hour after he last did something
 * with it.
 */
public final class PrepareImports {

    /** So long a draft waits for its owner. */
    static final Duration KEPT = Duration.ofHours(1);

    /** So long an order waits for an import that is being stored. */
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(30);

    private final ImportParts parts;
    private final ImportDrafts drafts;
    private final KnownUsers users;
    private final ImportWorker worker;
    private final DraftFiles files;

    public PrepareImports(ImportParts parts, ImportWorker worker) {
        this.parts = parts;
        this.worker = worker;
        drafts = parts.drafts();
        users = parts.users();
        files = new DraftFiles(parts, worker);
    }

    /**
     * Takes a file in.
     *
     * @param content is read to its end, or until it fails
     * @throws BrokenFile when nothing can be made of it; it is not kept then
     * @throws IOException when it breaks off
     * @throws Rejection.Unavailable when too many come at the same time, or there is no room
     */
    public ImportDraft take(Actor actor, InputStream content) throws IOException {
        actor.require(Permission.IMPORT_CITIES);
        return files.take(users.present(actor).id(), content);
    }

    /** @throws Rejection.NotFound when there is none, not any more, or it is somebody else's */
    public ImportDraft one(Actor actor, DraftId id) {
        actor.require(Permission.IMPORT_CITIES);
        return drafts.find(id)
                .filter(draft -> isSeenBy(actor, draft))
                .orElseThrow(() -> new Rejection.NotFound(thing(id)));
    }

    private boolean isSeenBy(Actor actor, ImportDraft draft) {
        return draft.owner().equals(actor.userId()) && !files.isOver(draft.usedAt());
    }

    /** The draft of the actor's that an import is the last dry run of, or was made of. */
    public Optional<ImportDraft> of(Actor actor, ImportId job) {
        actor.require(Permission.IMPORT_CITIES);
        return drafts.of(job).filter(draft -> isSeenBy(actor, draft));
    }

    /**
     * Keeps what the columns mean, and tries the file if it can be read like that.
     *
     * @return as it is from then on; a trial of it is on its way if it is {@link ImportDraft#isSound sound}
     */
    public ImportDraft choose(Actor actor, DraftId id, FileOutline.Choice columns, ImportDraft.Wishes wishes) {
        ImportDraft draft = one(actor, id);
        ImportDraft chosen = draft.with(draft.outline().with(columns), wishes, now());
        if (drafts.replace(chosen)) {
            files.stopTrial(draft.trial());
            if (chosen.isSound()) {
                order(actor, draft, true, () -> recorded(id, null, ImportDraft::trialOrder));
            }
        }
        return one(actor, id);
    }

    /** On another node the order is found when it looks. */
    private void order(Actor actor, ImportDraft draft, boolean keepsFile, Supplier<Optional<ImportJob>> record) {
        if (draft.node().equals(parts.node())) {
            worker.take(ImportCities.byFile(actor), draft.file(), keepsFile, record);
        } else {
            var unused = record.get();
        }
    }

    /**
     * Does what a dry run has told; once, however often it is asked for.
     *
     * @param trial the dry run
     * @param skips whether rows that are refused are left out, whatever the dry run was to do with them
     * @return the import; empty when the columns were matched anew since, or it has told nothing of what would be
     */
    public Optional<ImportId> run(Actor actor, DraftId id, ImportId trial, boolean skips) {
        ImportDraft draft = one(actor, id);
        if (draft.done() == null && trial.equals(draft.trial())) {
            ImportJob tried =
                    parts.jobs().find(trial).orElseThrow(() -> new Rejection.NotFound(ImportCities.thing(trial)));
            if (hasTold(tried)) {
                ImportOrder wanted = tried.order()
                        .toBeDone(skips ? OnError.SKIP : tried.order().onError());
                order(actor, draft, false, () -> recorded(id, trial, known -> wanted));
            }
        }
        return Optional.ofNullable(one(actor, id).done());
    }

    /** One that failed has, when that was for rows that are refused alone. */
    private static boolean hasTold(ImportJob trial) {
        return trial.state() == ImportState.SUCCEEDED
                || (trial.state() == ImportState.FAILED
                        && trial.counts().rejected() > 0
                        && trial.faults().stream().allMatch(fault -> fault.row() > 0));
    }

    /**
     * Puts a trial, or the import itself, on record.
     *
     * @param trial the last one at that time
     * @return empty when that is not so any more, or the import was ordered before
     */
    private Optional<ImportJob> recorded(
            DraftId id, @Nullable ImportId trial, Function<ImportDraft, ImportOrder> wanted) {
        return new PatientWork(parts.work()).write(RECORDED_WITHIN, () -> {
            ImportDraft draft = drafts.find(id).orElseThrow(() -> new Rejection.NotFound(thing(id)));
            if (draft.done() != null || !Objects.equals(trial, draft.trial())) {
                return Optional.empty();
            }
            ImportOrder order = wanted.apply(draft);
            ImportJob job = parts.jobs()
                    .add(order, draft.owner(), draft.node(), draft.file().bytes(), now());
            if (!drafts.replace(order.dryRun() ? draft.tried(job.id(), draft.usedAt()) : draft.done(job.id(), now()))) {
                throw new Rejection.NotFound(thing(id));
            }
            return Optional.of(job);
        });
    }

    /** Lets a draft go with its file; nothing happens when it has become an import. */
    public void letGo(Actor actor, DraftId id) {
        ImportDraft draft = one(actor, id);
        if (draft.done() == null) {
            files.letGo(draft.id(), draft.file(), draft.trial());
        }
    }

    /** Lets go of what nobody goes on with, and runs what other nodes have ordered; to be called again and again. */
    public void tend() {
        files.tend();
    }

    private Instant now() {
        return KeptTime.now(parts.clock());
    }

    private static Thing thing(DraftId id) {
        return new Thing("draft", Long.toString(id.value()));
    }
}
