package org.cityapi.web.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param names as they are written
 * @param places where each field stands, from 0
 * @param told where the columns stand that somebody has said the meaning of; null when nobody has
 * @param isRow whether the first line of the file is a row, too
 */
record CsvHeader(
        List<String> names,
        Map<String, Integer> places,
        @Nullable List<Integer> told,
        boolean isRow) {

    /** @throws BrokenFile naming every column that is missing, unknown or there twice */
    static CsvHeader of(long line, List<String> names, boolean ignoreUnknown) {
        Map<String, Integer> places = new HashMap<>();
        List<RowFault> faults = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            String field = Fields.of(name).orElse(null);
            if (field != null) {
                if (places.putIfAbsent(field, place) != null) {
                    faults.add(fault(line, name, Fault.REPEATED));
                }
            } else if (!Fields.isPassedOver(name) && !ignoreUnknown) {
                faults.add(fault(line, name.isBlank() ? number(place) : name, Fault.UNKNOWN));
            }
        }
        Integer country = places.remove(Fields.COUNTRY);
        if (country != null) {
            places.putIfAbsent("countryCode", country);
        }
        for (String required : Fields.REQUIRED) {
            if (!places.containsKey(required)) {
                faults.add(fault(line, required, Fault.REQUIRED));
            }
        }
        if (!faults.isEmpty()) {
            throw new BrokenFile(faults);
        }
        return new CsvHeader(List.copyOf(names), Map.copyOf(places), null, false);
    }

    /** Of columns that mean nothing yet. */
    static CsvHeader seen(List<String> names, boolean isRow) {
        return new CsvHeader(List.copyOf(names), Map.of(), null, isRow);
    }

    /**
     * Of columns of which somebody has said what they mean.
     *
     * @param first the cells of the first line; a row where they are not the names
     */
    static CsvHeader matched(List<String> first, ColumnMatch match) {
        List<String> names =
                match.columns().stream().map(ColumnMatch.Column::name).toList();
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < match.columns().size(); place++) {
            String field = match.columns().get(place).field();
            if (!field.isEmpty()) {
                places.putIfAbsent(field, place);
            }
        }
        return new CsvHeader(
                names, Map.copyOf(places), places.values().stream().sorted().toList(), !names.equals(first));
    }

    private static RowFault fault(long line, String column, Fault fault) {
        return new RowFault(0, line, column, null, fault, Map.of());
    }

    /** The fields of a draft that the file tells. */
    Set<String> given() {
        Set<String> given = new HashSet<>(places.keySet());
        given.remove(Fields.ID);
        return Set.copyOf(given);
    }

    /** The text of a field in a row; null where the file has no such column, or the cell is empty. */
    @Nullable
    String text(List<String> cells, String field) {
        Integer place = places.get(field);
        String text = place == null || place >= cells.size() ? "" : cells.get(place);
        return text.isEmpty() ? null : text;
    }

    String column(String field) {
        Integer place = places.get(field);
        if (place == null) {
            return field;
        }
        String name = names.get(place);
        return name.isBlank() ? number(place) : name;
    }

    /** Whether somebody has said what the columns mean. */
    boolean isMatched() {
        return told != null;
    }

    /** What a column without a name is called. */
    static String number(int place) {
        return "#" + (place + 1);
    }

    /** What the cells of rows are called: where some are left out, the others by their fields. */
    List<String> columns() {
        if (told == null) {
            return names;
        }
        Map<Integer, String> fields = new HashMap<>();
        places.forEach((field, place) -> fields.put(place, field));
        return told.stream().map(fields::get).toList();
    }

    /** The cells of a row that are not left out. */
    List<String> cells(List<String> texts) {
        return told == null
                ? texts
                : told.stream()
                        .map(place -> place < texts.size() ? texts.get(place) : "")
                        .toList();
    }
}
