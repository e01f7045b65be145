package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.user.UserId;

/** Imports that people prepare, in memory. */
final class MemoryImportDrafts implements ImportDrafts {

    private final MemoryStore store;

    MemoryImportDrafts(MemoryStore store) {
        this.store = store;
    }

    private <T> T aside(Function<Map<DraftId, ImportDraft>, T> change) {
        return store.isOpen()
                ? store.change(state -> change.apply(state.drafts))
                : store.write(() -> store.change(state -> change.apply(state.drafts)));
    }

    private Collection<ImportDraft> drafts() {
        return store.seen().drafts.values();
    }

    @Override
    public ImportDraft add(UserId owner, String node, ImportFiles.Kept file, FileOutline outline, Instant at) {
        return aside(drafts -> {
            DraftId id = new DraftId(store.nextId().value());
            ImportDraft draft = ImportDraft.of(id, owner, node, file, outline, at);
            drafts.put(id, draft);
            return draft;
        });
    }

    @Override
    public Optional<ImportDraft> find(DraftId id) {
        return Optional.ofNullable(store.seen().drafts.get(id));
    }

    @Override
    public Optional<ImportDraft> of(ImportId job) {
        return drafts().stream()
                .filter(draft -> job.equals(draft.trial()) || job.equals(draft.done()))
                .findFirst();
    }

    @Override
    public boolean replace(ImportDraft next) {
        return aside(drafts -> {
            ImportDraft before = drafts.get(next.id());
            boolean isOpen = before != null && before.done() == null;
            if (isOpen) {
                drafts.put(next.id(), next);
            }
            return isOpen;
        });
    }

    @Override
    public void forget(DraftId id) {
        aside(drafts -> Optional.ofNullable(drafts.remove(id)));
    }

    @Override
    public List<Known> all() {
        return drafts().stream()
                .sorted(Comparator.comparing(ImportDraft::usedAt)
                        .thenComparing(draft -> draft.id().value()))
                .map(draft -> new Known(
                        draft.id(),
                        draft.owner(),
                        draft.node(),
                        draft.file(),
                        draft.done() == null ? draft.trial() : draft.done(),
                        draft.done() != null,
                        draft.usedAt()))
                .toList();
    }
}
