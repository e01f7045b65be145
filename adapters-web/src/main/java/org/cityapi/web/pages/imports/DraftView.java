package org.cityapi.web.pages.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.OnError;
import org.cityapi.web.formats.FirstRow;
import org.cityapi.web.pages.Texts;

/**
 * A draft as the page of its columns shows it.
 *
 * @param rows how many the file has, in the reader's way of writing
 * @param isPlaced whether its geometries tell where its cities lie
 * @param isLines whether it has lines, the first of which may be that of names
 * @param isHeaded whether the first line has the names of the columns
 * @param isDoubtful whether the first line, though it was taken for names, may well be a row
 * @param fields that a column can mean
 * @param missing the fields that no column means, though one must
 * @param halves the fields that no column means, though their other half is there
 */
record DraftView(
        String path,
        String format,
        String rows,
        boolean isPlaced,
        boolean isLines,
        boolean isHeaded,
        boolean isDoubtful,
        List<Column> columns,
        List<String> fields,
        boolean isUpsert,
        boolean isSkip,
        List<String> missing,
        List<String> halves) {

    /**
     * One column.
     *
     * @param name as the file has it; its number where it has none
     * @param field that it means; empty where it is left out
     * @param isRepeated whether another means the same
     */
    record Column(String id, String name, List<String> values, String field, boolean isRepeated) {}

    /** @param judged whether to tell what is wrong with the columns; of those that were guessed, only what is missing */
    static DraftView of(ImportDraft draft, Texts words, boolean judged) {
        FileOutline outline = draft.outline();
        ImportFormat format = outline.format();
        ImportMode mode = draft.wishes().mode();
        ColumnMatch match = outline.match();
        boolean isPlaced = format == ImportFormat.GEOJSON;
        return new DraftView(
                DraftPages.path(draft.id()),
                format == ImportFormat.GEOJSON ? "GeoJSON" : format.name(),
                words.number(outline.rows()),
                isPlaced,
                format == ImportFormat.CSV,
                outline.isHeaded(),
                isDoubtful(outline),
                columns(outline, match.repeated(format)),
                ColumnMatch.FIELDS.stream()
                        .filter(field ->
                                !isPlaced || !Set.of("latitude", "longitude").contains(field))
                        .toList(),
                mode == ImportMode.UPSERT,
                draft.wishes().onError() == OnError.SKIP,
                match.missing(format, mode),
                judged ? match.halves(format).stream().sorted().toList() : List.of());
    }

    private static boolean isDoubtful(FileOutline outline) {
        return outline.format() == ImportFormat.CSV
                && outline.isHeaded()
                && FirstRow.mayBeOne(
                        outline.columns().stream().map(FileOutline.Column::name).toList());
    }

    private static List<Column> columns(FileOutline outline, Set<String> repeated) {
        List<Column> columns = new ArrayList<>();
        for (FileOutline.Column column : outline.shown()) {
            int place = columns.size();
            columns.add(new Column(
                    "column." + place,
                    column.name(),
                    column.values(),
                    column.field(),
                    repeated.contains(column.field())));
        }
        return columns;
    }

    /** Whether something keeps it from being tried. */
    public boolean hasFaults() {
        return !missing.isEmpty() || !halves.isEmpty() || columns.stream().anyMatch(Column::isRepeated);
    }
}
