package org.cityapi.application.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cityapi.application.KeptTime;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;

/** The files of drafts on this node: they go when nobody goes on with them, or when another node has let them go. */
final class DraftFiles {

    /** How many files a user may have waiting. */
    private static final int MOST = 5;

    private final ImportParts parts;
    private final ImportDrafts drafts;
    private final ImportWorker worker;
    private final Map<DraftId, ImportFiles.Kept> held = new ConcurrentHashMap<>();

    DraftFiles(ImportParts parts, ImportWorker worker) {
        this.parts = parts;
        this.worker = worker;
        drafts = parts.drafts();
    }

    void hold(ImportDraft draft) {
        held.put(draft.id(), draft.file());
    }

    /** Whether a draft that was used then is kept no more. */
    boolean isOver(Instant usedAt) {
        return usedAt.isBefore(KeptTime.now(parts.clock()).minus(PrepareImports.KEPT));
    }

    /** A file of another node goes when that one looks. */
    void letGo(DraftId id, ImportFiles.Kept file) {
        drafts.forget(id);
        if (held.containsKey(id) && !worker.needs(file)) {
            held.remove(id);
            parts.files().forget(file.name());
        }
    }

    /** For another file of a user: the one that waits longest goes when there are enough. */
    void makeRoom(UserId owner) {
        List<ImportDrafts.Known> his = drafts.all().stream()
                .filter(draft -> draft.owner().equals(owner) && !draft.isDone())
                .toList();
        his.stream().limit(Math.max(0, his.size() - MOST + 1)).forEach(draft -> letGo(draft.id(), draft.file()));
    }

    /** Whoever matches anew, or lets go, does not want to know any more. */
    void stopTrial(ImportDraft draft) {
        ImportId trial = draft.trial();
        Optional.ofNullable(trial)
                .flatMap(id -> parts.jobs().find(id))
                .filter(job -> job.state().isOpen())
                .filter(job -> !worker.cancel(job))
                .ifPresent(job -> parts.jobs().askToCancel(job.id()));
    }

    void tend() {
        if (held.isEmpty()) {
            return;
        }
        List<ImportDrafts.Known> all = drafts.all();
        takeOrders(all);
        all.stream()
                .filter(draft -> isOver(draft.usedAt()) && !worker.needs(draft.file()))
                .forEach(draft -> drafts.forget(draft.id()));
        Set<DraftId> present = all.stream()
                .filter(draft -> !isOver(draft.usedAt()) && !draft.isDone())
                .map(ImportDrafts.Known::id)
                .collect(Collectors.toSet());
        held.forEach((id, file) -> {
            if (!present.contains(id) && !worker.needs(file)) {
                held.remove(id);
                parts.files().forget(file.name());
            }
        });
    }

    /** Begins what other nodes have put on record for this one. */
    private void takeOrders(List<ImportDrafts.Known> all) {
        Map<ImportId, ImportDrafts.Known> ordered = all.stream()
                .filter(draft -> held.containsKey(draft.id()) && draft.job() != null)
                .collect(Collectors.toMap(ImportDrafts.Known::job, Function.identity()));
        if (!ordered.isEmpty()) {
            ordered.keySet().retainAll(parts.jobs().beats().keySet());
            ordered.forEach((id, draft) -> parts.jobs()
                    .find(id)
                    .filter(job -> job.state() == ImportState.QUEUED)
                    .ifPresent(job -> take(job, draft)));
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
