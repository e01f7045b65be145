package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Imports in memory. */
final class MemoryImportJobs implements ImportJobs {

    private final MemoryStore store;

    MemoryImportJobs(MemoryStore store) {
        this.store = store;
    }

    /** An import, and what else is kept of it. */
    record KeptJob(ImportJob job, long beat, boolean asked, NavigableMap<Long, ImportRow> rows) {

        KeptJob with(ImportJob next) {
            return new KeptJob(next, beat, asked, rows);
        }
    }

    private <T> T aside(Function<Map<ImportId, KeptJob>, T> change) {
        return store.isOpen()
                ? store.change(state -> change.apply(state.imports))
                : store.write(() -> store.change(state -> change.apply(state.imports)));
    }

    private Collection<KeptJob> all() {
        return store.seen().imports.values();
    }

    @Override
    public ImportJob add(ImportOrder order, @Nullable UserId by, String node, long bytesTotal, Instant at) {
        return aside(imports -> {
            ImportId id = new ImportId(store.nextId().value());
            ImportJob job = ImportJob.queued(id, order, by, node, bytesTotal, at);
            imports.put(id, new KeptJob(job, 0, false, new TreeMap<>()));
            return job;
        });
    }

    @Override
    public Optional<ImportJob> find(ImportId id) {
        return Optional.ofNullable(store.seen().imports.get(id)).map(KeptJob::job);
    }

    @Override
    public List<ImportJob> list(long before, int max) {
        return all().stream()
                .map(KeptJob::job)
                .filter(job -> job.id().value() < before)
                .sorted(Comparator.comparing((ImportJob job) -> job.id().value())
                        .reversed())
                .limit(max)
                .toList();
    }

    @Override
    public boolean replace(ImportJob next, Set<ImportState> from) {
        return aside(imports -> {
            KeptJob kept = imports.get(next.id());
            boolean fits = kept != null && from.contains(kept.job().state());
            if (fits) {
                imports.put(next.id(), kept.with(next));
            }
            return fits;
        });
    }

    @Override
    public void beat(ImportId id, ImportCounts counts) {
        aside(imports -> imports.computeIfPresent(
                id,
                (same, kept) -> kept.job().state().isOpen()
                        ? new KeptJob(kept.job().with(counts), kept.beat() + 1, kept.asked(), kept.rows())
                        : kept));
    }

    @Override
    public Map<ImportId, Long> beats() {
        return all().stream()
                .filter(kept -> kept.job().state().isOpen())
                .collect(Collectors.toMap(kept -> kept.job().id(), KeptJob::beat));
    }

    @Override
    public void askToCancel(ImportId id) {
        aside(imports -> imports.computeIfPresent(
                id,
                (same, kept) ->
                        new KeptJob(kept.job(), kept.beat(), kept.job().state().isOpen(), kept.rows())));
    }

    @Override
    public Set<ImportId> askedToCancel() {
        return all().stream()
                .filter(kept -> kept.asked() && kept.job().state().isOpen())
                .map(kept -> kept.job().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void keep(ImportId id, List<ImportRow> some) {
        aside(imports -> imports.computeIfPresent(id, (same, kept) -> {
            NavigableMap<Long, ImportRow> rows = new TreeMap<>(kept.rows());
            some.forEach(row -> rows.put(row.number(), row));
            return new KeptJob(kept.job(), kept.beat(), kept.asked(), rows);
        }));
    }

    @Override
    public void forgetRows(ImportId id) {
        forget(kept -> kept.job().id().equals(id));
    }

    @Override
    public void forgetRowsBefore(Instant time) {
        forget(kept -> kept.job().createdAt().isBefore(time));
    }

    private void forget(Function<KeptJob, Boolean> which) {
        aside(imports -> {
            imports.replaceAll((id, kept) ->
                    which.apply(kept) ? new KeptJob(kept.job(), kept.beat(), kept.asked(), new TreeMap<>()) : kept);
            return true;
        });
    }

    @Override
    public List<ImportRow> rows(ImportId id, @Nullable RowOutcome outcome, long number, int max) {
        KeptJob kept = store.seen().imports.get(id);
        return kept == null
                ? List.of()
                : new ArrayList<>(kept.rows().tailMap(number, false).values())
                        .stream()
                                .filter(row -> outcome == null || row.outcome() == outcome)
                                .limit(max)
                                .toList();
    }
}
