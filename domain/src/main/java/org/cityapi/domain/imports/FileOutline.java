package org.cityapi.domain.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file of cities looks like.
 *
 * @param rows how many it has
 * @param columns in its order; of JSON the members of all its objects, as they were met
 */
public record FileOutline(ImportFormat format, long rows, List<Column> columns) {

    /**
     * A column, or a member of objects.
     *
     * @param name as the file has it; blank where it has none
     * @param field that it means, as far as can be guessed, or as somebody chose; empty where it is left out
     * @param values the first ones that are not empty, shortened
     */
    public record Column(String name, String field, List<String> values) {

        public Column {
            values = List.copyOf(values);
        }
    }

    public FileOutline {
        columns = List.copyOf(columns);
    }

    /** Which column means which field. */
    public ColumnMatch match() {
        return new ColumnMatch(columns.stream()
                .map(column -> new ColumnMatch.Column(column.name(), column.field()))
                .toList());
    }

    /** @param fields that the columns mean, in their order; what is no field is left out, and so is a column without one */
    public FileOutline with(List<String> fields) {
        List<Column> chosen = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            String field = place < fields.size() ? fields.get(place) : "";
            Column column = columns.get(place);
            chosen.add(new Column(column.name(), ColumnMatch.FIELDS.contains(field) ? field : "", column.values()));
        }
        return new FileOutline(format, rows, chosen);
    }
}
