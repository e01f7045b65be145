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
import org.cityapi.web.pages.Texts;

/**
 * A draft as the page of its columns shows it.
 *
 * @param rows how many the file has, in the reader's way of writing
 * @param isPlaced whether its geometries tell where its cities lie
 * @param isNameless whether the file has no line of names, so that its columns go by their numbers
 * @param fields that a column can mean
 * @param missing the fields that no column means, though one must
 * @param halves the fields that no column means, though their other half is there
 */
record DraftView(
        String path,
        String format,
        String rows,
        boolean isPlaced,
        boolean isNameless,
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
                outline.columns().stream().allMatch(column -> column.name().matches("#[0-9]+")),
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

    private static List<Column> columns(FileOutline outline, Set<String> repeated) {
        List<Column> columns = new ArrayList<>();
        for (FileOutline.Column column : outline.columns()) {
            int place = columns.size();
            columns.add(new Column(
                    "column." + place,
                    column.name().isBlank() ? "#" + (place + 1) : column.name(),
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
