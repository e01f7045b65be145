package org.cityapi.web.pages.cities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cityapi.application.NamedChange;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A change as a page tells it.
 *
 * @param action and door: keys of words
 * @param maker null for the register itself
 * @param restorable whether the city was then something else than now
 */
public record HistoryRow(
        long version,
        String action,
        String door,
        @Nullable String maker,
        String at,
        List<FieldChange> changes,
        boolean restorable) {

    /** What became of one field, as a reader of the page's language writes it. */
    public record FieldChange(String name, String from, String to) {}

    /** @param current the city's present version; 0 where it is gone */
    static HistoryRow of(NamedChange named, long current, Texts texts, FieldTexts fields) {
        Change change = named.logged().change();
        return new HistoryRow(
                change.version(),
                change.action().name().toLowerCase(Locale.ROOT),
                change.door().name().toLowerCase(Locale.ROOT),
                named.maker(),
                texts.time(change.at()),
                changes(change.before(), change.after(), fields),
                change.after() != null && change.version() != current);
    }

    private static List<FieldChange> changes(
            @Nullable CityDetails before, @Nullable CityDetails after, FieldTexts texts) {
        CityFields from = before == null ? CityFields.EMPTY : CityFields.of(before);
        CityFields to = after == null ? CityFields.EMPTY : CityFields.of(after);
        List<FieldChange> changes = new ArrayList<>();
        for (String name : CityFields.NAMES) {
            if (!from.value(name).equals(to.value(name))) {
                changes.add(new FieldChange(name, texts.of(name, from.value(name)), texts.of(name, to.value(name))));
            }
        }
        return changes;
    }
}
