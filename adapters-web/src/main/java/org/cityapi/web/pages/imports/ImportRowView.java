package org.cityapi.web.pages.imports;

import java.util.Locale;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.web.v2.ImportTexts;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of a file, as a page lists it.
 *
 * @param name of the city; the row's texts where it is refused
 * @param path of the city that is meant; null for a new one, and where the row is refused
 * @param told what it changes, or why it is refused; empty for neither
 */
record ImportRowView(
        long line, String outcome, String name, @Nullable String path, String told) {

    static ImportRowView of(ImportRow row, ImportTexts texts, Locale language) {
        CityId city = row.city();
        CityDetails after = row.after();
        String told = switch (row.outcome()) {
            case INSERTED, UPDATED -> texts.changes(row);
            case UNCHANGED -> "";
            case REJECTED -> texts.reason(row.faults(), language);
        };
        return new ImportRowView(
                row.line(),
                row.outcome().name().toLowerCase(Locale.ROOT),
                after == null ? String.join(" | ", row.cells()) : after.name().value(),
                city == null ? null : "/cities/" + city.value(),
                told);
    }
}
