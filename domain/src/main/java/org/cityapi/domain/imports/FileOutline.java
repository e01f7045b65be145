package org.cityapi.domain.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a file of cities looks like.
 *
 * @param rows how many it has
 * @param columns in its order; of JSON the members of all its objects, as they were met
 * @param isHeaded whether its first line has the names of its columns, and is no row; so it is where there are no lines, and
 *     never where there is no further line
 */
public record FileOutline(ImportFormat format, long rows, List<Column> columns, boolean isHeaded) {

    /**
     * A column, or a member of objects.
     *
     * @param name as the first line has it, even where that is a row, which may be shortened; blank where it has none
     * @param field that it means, as far as can be guessed, or as somebody chose; empty where it is left out
     * @param values the first ones that are not empty, without that of the first line, shortened
     */
    public record Column(String name, String field, List<String> values) {

        public Column {
            values = List.copyOf(values);
        }
    }

    /**
     * What somebody says of it.
     *
     * @param fields that the columns mean, in their order; what is no field is left out, and so is a column without one
     * @param isHeaded whether the first line has their names
     */
    public record Choice(List<String> fields, boolean isHeaded) {

        public Choice {
            fields = List.copyOf(fields);
        }
    }

    public FileOutline {
        columns = List.copyOf(columns);
    }

    /** What a column without a name is called. */
    public static String number(int place) {
        return "#" + (place + 1);
    }

    /** What a column is called that has this name. */
    public static String called(String name, int place) {
        return name.isBlank() ? number(place) : name.strip();
    }

    /** The columns as people are shown them: each with a name, and with all of its first values. */
    public List<Column> shown() {
        List<Column> shown = new ArrayList<>();
        for (Column column : columns) {
            int place = shown.size();
            shown.add(
                    isHeaded
                            ? new Column(called(column.name(), place), column.field(), column.values())
                            : new Column(number(place), column.field(), allValues(column)));
        }
        return shown;
    }

    private static List<String> allValues(Column column) {
        return Stream.concat(Stream.of(column.name()).filter(value -> !value.isBlank()), column.values().stream())
                .toList();
    }

    /** Which column means which field. */
    public ColumnMatch match() {
        return new ColumnMatch(
                columns.stream()
                        .map(column -> new ColumnMatch.Column(column.name(), column.field()))
                        .toList(),
                isHeaded);
    }

    /** The same, as somebody says. */
    public FileOutline with(Choice choice) {
        List<Column> chosen = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            String field = place < choice.fields().size() ? choice.fields().get(place) : "";
            Column column = columns.get(place);
            chosen.add(new Column(column.name(), ColumnMatch.FIELDS.contains(field) ? field : "", column.values()));
        }
        long others = rows - (isHeaded ? 0 : 1);
        boolean headed = format != ImportFormat.CSV || (choice.isHeaded() && others > 0);
        return new FileOutline(format, headed ? others : others + 1, chosen, headed);
    }
}
