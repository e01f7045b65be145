package org.cityapi.web.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param names as they are written; their numbers where the first line is a row
 * @param places where each field, and {@link Fields#UNREAD}, stands, from 0; {@code country} only beside
 *     {@code countryCode}: alone it is that
 * @param isMatched whether somebody has said what the columns mean
 * @param isRow whether the first line of the file is a row, too
 * @param isByComma whether other names may stand with commas between them
 * @param leftOut where {@link Fields#LEFT_OUT} stands; -1 where that is not
 */
record CsvHeader(
        List<String> names,
        Map<String, Integer> places,
        boolean isMatched,
        boolean isRow,
        boolean isByComma,
        int leftOut) {

    /** @throws BrokenFile naming every column that is missing, unknown or there twice */
    static CsvHeader of(long line, List<String> names, boolean ignoreUnknown) {
        Map<String, Integer> places = new HashMap<>();
        List<RowFault> faults = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            String field =
                    Fields.isUnread(name) ? Fields.UNREAD : Fields.of(name).orElse(null);
            if (field != null) {
                if (places.putIfAbsent(field, place) != null) {
                    faults.add(fault(line, FileOutline.called(name, place), Fault.REPEATED));
                }
            } else if (!Fields.isPassedOver(name) && !Fields.isLeftOut(name) && !ignoreUnknown) {
                faults.add(fault(line, FileOutline.called(name, place), Fault.UNKNOWN));
            }
        }
        Integer country = places.remove(Fields.COUNTRY);
        if (country != null && places.putIfAbsent("countryCode", country) != null) {
            places.put(Fields.COUNTRY, country);
        }
        for (String required : Fields.REQUIRED) {
            if (!places.containsKey(required)) {
                faults.add(fault(line, required, Fault.REQUIRED));
            }
        }
        if (names.size() == 1 && places.isEmpty()) {
            // Other signs than those that are taken may stand between the names.
            faults.add(RowFault.of(line, Fault.UNSPLIT, Map.of()));
        }
        if (!faults.isEmpty()) {
            throw new BrokenFile(faults);
        }
        return new CsvHeader(List.copyOf(names), Map.copyOf(places), false, false, false, placeOfLeftOut(names));
    }

    /** Of columns that mean nothing yet. */
    static CsvHeader seen(List<String> names) {
        return new CsvHeader(List.copyOf(names), Map.of(), false, false, false, -1);
    }

    /**
     * Of columns of which somebody has said what they mean.
     *
     * @param first the cells of the first line
     */
    static CsvHeader matched(List<String> first, ColumnMatch match) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < match.columns().size(); place++) {
            String field = match.columns().get(place).field();
            if (!field.isEmpty()) {
                places.putIfAbsent(field, place);
            }
        }
        List<String> names = match.isHeaded() ? List.copyOf(first) : numbers(first.size());
        for (int place = 0; place < names.size(); place++) {
            if (Fields.isUnread(names.get(place)) && !places.containsValue(place)) {
                places.putIfAbsent(Fields.UNREAD, place);
            }
        }
        int others = places.getOrDefault("otherNames", names.size());
        boolean isByComma =
                FirstRow.isOfGeoNames(first) || (others < names.size() && ColumnWords.areByComma(names.get(others)));
        return new CsvHeader(names, Map.copyOf(places), true, !match.isHeaded(), isByComma, placeOfLeftOut(names));
    }

    private static int placeOfLeftOut(List<String> names) {
        return IntStream.range(0, names.size())
                .filter(place -> Fields.isLeftOut(names.get(place)))
                .findFirst()
                .orElse(-1);
    }

    private static RowFault fault(long line, String column, Fault fault) {
        return new RowFault(0, line, column, null, fault, Map.of());
    }

    /** What columns without names are called. */
    static List<String> numbers(int columns) {
        return IntStream.range(0, columns).mapToObj(FileOutline::number).toList();
    }

    /** The fields of a draft that the file tells. */
    Set<String> given() {
        Set<String> given = new HashSet<>(places.keySet());
        given.removeAll(Fields.TOLD_BESIDES);
        return Set.copyOf(given);
    }

    /** Of those the fields that a row tells. */
    Set<String> given(List<String> cells, Set<String> given) {
        String told = leftOut(cells);
        if (told.isEmpty()) {
            return given;
        }
        Set<String> rest = new HashSet<>(given);
        for (String name : JoinedNames.split(told)) {
            Fields.of(name).filter(field -> text(cells, field) == null).ifPresent(rest::remove);
        }
        return rest;
    }

    /** The names of the fields that a row did not have. */
    String leftOut(List<String> cells) {
        return leftOut < 0 || leftOut >= cells.size() ? "" : cells.get(leftOut);
    }

    /** The text of a field in a row; null where the file has no such column, or the cell is empty. */
    @Nullable
    String text(List<String> cells, String field) {
        Integer place = places.get(field);
        String text = place == null || place >= cells.size() ? "" : cells.get(place);
        return text.isEmpty() ? null : text;
    }

    /** Where {@link Fields#UNREAD} stands; -1 where that is not. */
    int unread() {
        return places.getOrDefault(Fields.UNREAD, -1);
    }

    String column(String field) {
        Integer place = places.get(field);
        return place == null || place >= names.size() ? field : FileOutline.called(names.get(place), place);
    }

    /** The fields that some columns mean. */
    List<String> fields(List<Integer> some) {
        return some.isEmpty()
                ? List.of()
                : fields().stream()
                        .filter(field -> some.contains(places.get(field)))
                        .toList();
    }

    /** How many cells a row must have: columns at the end that have no name, and mean nothing, are those of a spreadsheet. */
    int width() {
        int width = names.size();
        while (isMatched
                && width > 0
                && (isRow || names.get(width - 1).isBlank())
                && !places.containsValue(width - 1)) {
            width--;
        }
        return width;
    }

    /** What the cells of rows are called: by their fields, where somebody has said what the columns mean. */
    List<String> columns() {
        if (!isMatched) {
            return names;
        }
        return leftOut < 0
                ? fields()
                : Stream.concat(fields().stream(), Stream.of(Fields.LEFT_OUT)).toList();
    }

    /** What columns mean, in their order. */
    List<String> fields() {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
