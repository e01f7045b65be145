package org.cityapi.application.imports;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.RowFault;

/** Counts what becomes of the rows of a file, and remembers the first faults. */
final class Tally {

    private final CountedStream file;
    private final List<RowFault> faults = new ArrayList<>();
    private ImportCounts counts = ImportCounts.NONE;

    Tally(CountedStream file) {
        this.file = file;
    }

    void add(int rows, Verdicts verdicts) {
        counts = new ImportCounts(
                file.bytes(),
                counts.rows() + rows,
                counts.inserted() + verdicts.added().size(),
                counts.updated() + verdicts.changed().size(),
                counts.unchanged() + verdicts.unchanged(),
                counts.rejected() + verdicts.rejected().size());
        verdicts.rejected().stream()
                .flatMap(row -> row.faults().stream())
                .limit(ImportJob.MOST_FAULTS - faults.size())
                .forEach(faults::add);
    }

    ImportCounts counts() {
        return counts;
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }
}
