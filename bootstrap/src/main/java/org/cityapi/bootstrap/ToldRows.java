package org.cityapi.bootstrap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.RowOutcome;

/** Of how many rows is told, by what becomes of them; of each kind, only the first are kept. */
final class ToldRows {

    private final Map<RowOutcome, Long> told = new EnumMap<>(RowOutcome.class);

    void add(RowOutcome outcome) {
        told.merge(outcome, 1L, Long::sum);
    }

    /** What is to be said of those that were counted, but not told. */
    Optional<String> left(ImportCounts counts, Printer printer) {
        long inserted = left(RowOutcome.INSERTED, counts.inserted());
        long updated = left(RowOutcome.UPDATED, counts.updated());
        long unchanged = left(RowOutcome.UNCHANGED, counts.unchanged());
        long rejected = left(RowOutcome.REJECTED, counts.rejected());
        return inserted + updated + unchanged + rejected == 0
                ? Optional.empty()
                : Optional.of(printer.word("rows.left", inserted, updated, unchanged, rejected));
    }

    private long left(RowOutcome outcome, long counted) {
        return Math.max(0, counted - told.getOrDefault(outcome, 0L));
    }
}
