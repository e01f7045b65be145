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
 * The header line of a CSV file.
 *
 * @param names as they are written
 * @param places where each field stands, from 0
 * @param told where the columns stand that are not left out; null when none is
 */
record CsvHeader(
        List<String> names,
        Map<String, Integer> places,
        @Nullable List<Integer> told) {

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
        return new CsvHeader(List.copyOf(names), Map.copyOf(places), null);
    }

    /** Of columns of which somebody has said what they mean. */
    static CsvHeader matched(List<String> names, ColumnMatch match) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < match.columns().size(); place++) {
            String field = match.columns().get(place).field();
            if (!field.isEmpty()) {
                places.putIfAbsent(field, place);
            }
        }
        return new CsvHeader(
                List.copyOf(names),
                Map.copyOf(places),
                places.values().stream().sorted().toList());
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

    private static String number(int place) {
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
