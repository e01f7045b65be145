package org.cityapi.application.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.rejection.Fault;

/** Counts what becomes of the rows of a file, and remembers the first faults. */
final class Tally {

    private final CountedStream file;
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<RowOutcome, Long> rows = new EnumMap<>(RowOutcome.class);
    private long bytes;

    Tally(CountedStream file) {
        this.file = file;
    }

    void add(List<ImportRow> some) {
        bytes = file.bytes();
        for (ImportRow row : some) {
            rows.merge(row.outcome(), 1L, Long::sum);
            // That a row is cut is no fault of the file.
            if (!row.faults().isEmpty()) {
                row.faults().stream()
                        .filter(fault -> fault.fault() != Fault.CUT)
                        .limit(ImportJob.MOST_FAULTS - faults.size())
                        .forEach(faults::add);
            }
        }
    }

    long of(RowOutcome outcome) {
        return rows.getOrDefault(outcome, 0L);
    }

    ImportCounts counts() {
        return new ImportCounts(
                rows.isEmpty() ? file.bytes() : bytes,
                rows.values().stream().mapToLong(Long::longValue).sum(),
                of(RowOutcome.INSERTED),
                of(RowOutcome.UPDATED),
                of(RowOutcome.UNCHANGED),
                of(RowOutcome.REJECTED));
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }
}
