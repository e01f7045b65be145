package org.cityapi.application.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.cityapi.application.KeptTime;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** The files of drafts on this node: they go when nobody goes on with them, or when another node has let them go. */
final class DraftFiles {

    /** How many files a user may have waiting. */
    private static final int MOST = 5;

    /** How many files may come at the same time. */
    private static final int MOST_COMING = 2;

    private final ImportParts parts;
    private final ImportDrafts drafts;
    private final ImportWorker worker;
    private final Map<DraftId, ImportFiles.Kept> held = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_COMING);

    DraftFiles(ImportParts parts, ImportWorker worker) {
        this.parts = parts;
        this.worker = worker;
        drafts = parts.drafts();
    }

    /**
     * Takes a file in.
     *
     * @throws IOException when it breaks off
     * @throws Rejection.Unavailable when too many come already, or there is no room
     */
    ImportDraft take(UserId owner, InputStream content) throws IOException {
        if (!places.tryAcquire()) {
            throw new Rejection.Unavailable(
                    Dependency.IMPORT, new IllegalStateException(MOST_COMING + " files come already"));
        }
        try {
            makeRoom(owner);
            return keep(owner, content);
        } finally {
            places.release();
        }
    }

    private ImportDraft keep(UserId owner, InputStream content) throws IOException {
        ImportFiles.Kept file = parts.files().keep(content);
        boolean taken = false;
        try {
            FileOutline outline = look(file);
            // Another of his may have come meanwhile.
            makeRoom(owner);
            ImportDraft draft = drafts.add(owner, parts.node(), file, outline, KeptTime.now(parts.clock()));
            held.put(draft.id(), file);
            taken = true;
            return draft;
        } finally {
            if (!taken) {
                parts.files().forget(file.name());
            }
        }
    }

    private FileOutline look(ImportFiles.Kept file) throws IOException {
        try (InputStream content = parts.files().open(file.name())) {
            return parts.formats().look(content, parts.maxBytes());
        }
    }

    /** Whether a draft that was used then is kept no more. */
    boolean isOver(Instant usedAt) {
        return usedAt.isBefore(KeptTime.now(parts.clock()).minus(PrepareImports.KEPT));
    }

    /**
     * A file of another node goes when that one looks.
     *
     * @param trial the last one; nobody wants to know any more
     */
    void letGo(DraftId id, ImportFiles.Kept file, @Nullable ImportId trial) {
        stopTrial(trial);
        drafts.forget(id);
        if (held.containsKey(id) && !worker.needs(file)) {
            held.remove(id);
            parts.files().forget(file.name());
        }
    }

    /** For another file of a user: the one that waits longest goes when there are enough. */
    private void makeRoom(UserId owner) {
        List<ImportDrafts.Known> his = drafts.all().stream()
                .filter(draft -> draft.owner().equals(owner) && !draft.isDone())
                .toList();
        his.stream()
                .limit(Math.max(0, his.size() - MOST + 1))
                .forEach(draft -> letGo(draft.id(), draft.file(), draft.job()));
    }

    /** Whoever matches anew, or lets go, does not want to know any more. */
    void stopTrial(@Nullable ImportId trial) {
        Optional.ofNullable(trial)
                .flatMap(id -> parts.jobs().find(id))
                .filter(job -> job.state().isOpen())
                .ifPresent(worker::stop);
    }

    void tend() {
        // Before all are read: one that comes meanwhile is not among them, and its file stays.
        Map<DraftId, ImportFiles.Kept> files = Map.copyOf(held);
        List<ImportDrafts.Known> all = drafts.all();
        Set<ImportId> open = all.isEmpty() ? Set.of() : parts.jobs().beats().keySet();
        takeOrders(all, open);
        Set<DraftId> present = new HashSet<>();
        for (ImportDrafts.Known draft : all) {
            ImportId job = draft.job();
            boolean isOpen = job != null && open.contains(job);
            if (isOpen || (!isOver(draft.usedAt()) && !draft.isDone())) {
                present.add(draft.id());
            } else if (isOver(draft.usedAt()) && !worker.needs(draft.file())) {
                drafts.forget(draft.id());
            }
        }
        files.forEach((id, file) -> {
            if (!present.contains(id) && !worker.needs(file)) {
                held.remove(id);
                parts.files().forget(file.name());
            }
        });
    }

    /** Begins what other nodes have put on record for this one. */
    private void takeOrders(List<ImportDrafts.Known> all, Set<ImportId> open) {
        for (ImportDrafts.Known draft : all) {
            ImportId id = draft.job();
            if (id != null && open.contains(id) && held.containsKey(draft.id())) {
                parts.jobs()
                        .find(id)
                        .filter(job -> job.state() == ImportState.QUEUED)
                        .ifPresent(job -> take(job, draft));
            }
        }
    }

    private void take(ImportJob job, ImportDrafts.Known draft) {
        parts.users().find(draft.owner()).ifPresent(owner -> {
            ImportTask task = new ImportTask(job, byFile(owner), draft.file(), !draft.isDone());
            worker.take(task);
        });
    }

    /** He had the right when he ordered it. */
    private static Actor byFile(User owner) {
        return new Actor(owner, Set.of(Permission.IMPORT_CITIES), Door.IMPORT);
    }
}
