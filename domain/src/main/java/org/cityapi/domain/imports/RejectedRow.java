package org.cityapi.domain.imports;

import java.util.List;

/**
 * A row that is refused.
 *
 * @param number its place among the rows, from 1
 * @param line where it begins, from 1
 * @param cells its texts, by the columns of the import
 * @param faults why; at least one
 */
public record RejectedRow(long number, long line, List<String> cells, List<RowFault> faults) {

    public RejectedRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
    }
}
