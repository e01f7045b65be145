package org.cityapi.web.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles.DraftRows;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.jspecify.annotations.Nullable;

/** A look at a file, from its first row to its last. */
final class FileLook {

    /** How many values of a column are shown. */
    private static final int SHOWN = 5;

    private FileLook() {}

    /** @param open opens the file; the rows need tell no city */
    static FileOutline at(Function<Naming, DraftRows> open, ImportFormat format) {
        SeenNames seen = new SeenNames();
        DraftRows rows = open.apply(seen);
        long count = 0;
        DraftRow broken = null;
        while (rows.hasNext()) {
            DraftRow row = rows.next();
            count++;
            if (row.source() instanceof CsvRow csv) {
                seen.note(csv.texts());
            }
            broken = broken == null && row.isBroken() ? row : broken;
        }
        if (!seen.isHeaded()) {
            count++;
        }
        if (count == 0) {
            throw new BrokenFile(RowFault.of(0, Fault.NO_ROWS, Map.of()));
        }
        if (seen.names().isEmpty()) {
            throw unreadable(broken);
        }
        return new FileOutline(format, count, columns(seen, format == ImportFormat.GEOJSON), seen.isHeaded());
    }

    private static BrokenFile unreadable(@Nullable DraftRow broken) {
        if (broken == null) {
            return new BrokenFile(RowFault.of(0, Fault.NO_ROWS, Map.of()));
        }
        Violation first = broken.faults().get(0);
        return new BrokenFile(RowFault.of(broken.line(), first.fault(), first.details()));
    }

    private static List<FileOutline.Column> columns(SeenNames seen, boolean isPlaced) {
        List<String> guessed = seen.guessed(isPlaced);
        List<FileOutline.Column> columns = new ArrayList<>();
        for (int place = 0; place < guessed.size(); place++) {
            List<String> values = seen.values().get(place);
            columns.add(new FileOutline.Column(
                    seen.names().get(place), guessed.get(place), values.subList(0, Math.min(values.size(), SHOWN))));
        }
        return columns;
    }
}
