package org.cityapi.domain.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of a file.
 *
 * @param number its place among the rows, from 1
 * @param line where it begins, from 1
 * @param city that it means; null for a new one, and where the row is refused
 * @param before what the city is until then; null where it is new, or stays so, or the row is refused
 * @param after what the city is from then on; null where the row is refused
 * @param cells the texts of a row that is refused, by the columns of the import, null for those that the row does not
 *     have, cut where it is longer than {@link #LONGEST}; none of another
 * @param faults why it is refused, at least one, and last that its cells are cut; none of another
 */
public record ImportRow(
        long number,
        long line,
        RowOutcome outcome,
        @Nullable CityId city,
        @Nullable CityDetails before,
        @Nullable CityDetails after,
        List<@Nullable String> cells,
        List<RowFault> faults) {

    /** How many characters are kept of a row that is refused: more than a city with two hundred long names has. */
    public static final int LONGEST = 50_000;

    public ImportRow {
        cells = cells.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(cells));
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

    public static ImportRow rejected(long number, long line, List<@Nullable String> cells, List<RowFault> faults) {
        int most = mostOfCell(cells);
        if (cells.stream().allMatch(cell -> length(cell) <= most)) {
            return new ImportRow(number, line, RowOutcome.REJECTED, null, null, null, cells, faults);
        }
        List<@Nullable String> cut = new ArrayList<>();
        cells.forEach(cell -> cut.add(cell == null ? null : cut(cell, most)));
        List<RowFault> all = new ArrayList<>(faults);
        all.add(new RowFault(number, line, null, null, Fault.CUT, Map.of("max", LONGEST)));
        return new ImportRow(number, line, RowOutcome.REJECTED, null, null, null, cut, all);
    }

    /** With so many characters of each cell at most, the row is not too long: only the longest ones are cut. */
    private static int mostOfCell(List<@Nullable String> cells) {
        int most = LONGEST;
        while (sum(cells, most) > LONGEST) {
            most /= 2;
        }
        return most;
    }

    private static long sum(List<@Nullable String> cells, int most) {
        return cells.stream().mapToLong(cell -> Math.min(length(cell), most)).sum();
    }

    private static int length(@Nullable String cell) {
        return cell == null ? 0 : cell.length();
    }

    private static String cut(String cell, int most) {
        if (cell.length() <= most) {
            return cell;
        }
        boolean splits = most > 0 && Character.isHighSurrogate(cell.charAt(most - 1));
        return cell.substring(0, splits ? most - 1 : most) + "\u2026";
    }
}
