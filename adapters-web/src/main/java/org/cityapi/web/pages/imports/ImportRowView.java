package org.cityapi.web.pages.imports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.web.pages.cities.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of a file, as a page lists it.
 *
 * @param name of the city; the row's texts where it is refused
 * @param path of the city that is meant; null for a new one, and where the row is refused
 * @param changes what it makes of the city; none where that is nothing, or it is refused
 * @param reason why it is refused; empty where it is not
 */
record ImportRowView(
        long number,
        long line,
        String outcome,
        String name,
        @Nullable String path,
        List<FieldChange> changes,
        String reason) {

    static ImportRowView of(ImportRow row, RowWords words, Locale language) {
        CityId city = row.city();
        CityDetails after = row.after();
        boolean changes = row.outcome() == RowOutcome.INSERTED || row.outcome() == RowOutcome.UPDATED;
        return new ImportRowView(
                row.number(),
                row.line(),
                row.outcome().name().toLowerCase(Locale.ROOT),
                after == null
                        ? row.cells().stream().filter(Objects::nonNull).collect(Collectors.joining(" | "))
                        : after.name().value(),
                city == null ? null : "/cities/" + city.value(),
                changes ? FieldChange.of(row.before(), after, language) : List.of(),
                row.outcome() == RowOutcome.REJECTED ? words.reason(row.faults(), language) : "");
    }
}
