package org.cityapi.domain.imports;

import java.util.List;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of a file.
 *
 * @param number its place among the rows, from 1
 * @param line where it begins, from 1
 * @param city that it means; null for a new one, and where the row is refused
 * @param before what the city is until then; null where it is new, or stays so, or the row is refused
 * @param after what the city is from then on; null where the row is refused
 * @param cells the texts of a row that is refused, by the columns of the import; none of another
 * @param faults why it is refused, at least one; none of another
 */
public record ImportRow(
        long number,
        long line,
        RowOutcome outcome,
        @Nullable CityId city,
        @Nullable CityDetails before,
        @Nullable CityDetails after,
        List<String> cells,
        List<RowFault> faults) {

    public ImportRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
    }

    public static ImportRow inserted(long number, long line, CityDetails after) {
        return new ImportRow(number, line, RowOutcome.INSERTED, null, null, after, List.of(), List.of());
    }

    public static ImportRow updated(long number, long line, CityId city, CityDetails before, CityDetails after) {
        return new ImportRow(number, line, RowOutcome.UPDATED, city, before, after, List.of(), List.of());
    }

    public static ImportRow unchanged(long number, long line, CityId city, CityDetails details) {
        return new ImportRow(number, line, RowOutcome.UNCHANGED, city, null, details, List.of(), List.of());
    }

    public static ImportRow rejected(long number, long line, List<String> cells, List<RowFault> faults) {
        return new ImportRow(number, line, RowOutcome.REJECTED, null, null, null, cells, faults);
    }
}
