package org.cityapi.application.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** The imports of others; a test lets some of it fail. */
class DelegatingImportJobs implements ImportJobs {

    private final ImportJobs others;

    DelegatingImportJobs(ImportJobs others) {
        this.others = others;
    }

    @Override
    public ImportJob add(ImportOrder order, @Nullable UserId by, String node, long bytesTotal, Instant at) {
        return others.add(order, by, node, bytesTotal, at);
    }

    @Override
    public Optional<ImportJob> find(ImportId id) {
        return others.find(id);
    }

    @Override
    public List<ImportJob> list(long before, int max) {
        return others.list(before, max);
    }

    @Override
    public boolean replace(ImportJob next, Set<ImportState> from) {
        return others.replace(next, from);
    }

    @Override
    public void beat(ImportId id, ImportCounts counts) {
        others.beat(id, counts);
    }

    @Override
    public Map<ImportId, Long> beats() {
        return others.beats();
    }

    @Override
    public void askToCancel(ImportId id) {
        others.askToCancel(id);
    }

    @Override
    public Set<ImportId> askedToCancel() {
        return others.askedToCancel();
    }

    @Override
    public void keep(ImportId id, List<ImportRow> rows) {
        others.keep(id, rows);
    }

    @Override
    public void forgetRows(ImportId id) {
        others.forgetRows(id);
    }

    @Override
    public void forgetRowsBefore(Instant time) {
        others.forgetRowsBefore(time);
    }

    @Override
    public List<ImportRow> rows(ImportId id, @Nullable RowOutcome outcome, long number, int max) {
        return others.rows(id, outcome, number, max);
    }
}
