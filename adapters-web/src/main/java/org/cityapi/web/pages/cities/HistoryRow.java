package org.cityapi.web.pages.cities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cityapi.application.NamedChange;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.user.Door;
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

    /** @param current the city's present version; 0 where it is gone */
    static HistoryRow of(NamedChange named, long current, Texts texts, FieldTexts fields) {
        Change change = named.logged().change();
        return new HistoryRow(
                change.version(),
                change.action().name().toLowerCase(Locale.ROOT),
                change.door().name().toLowerCase(Locale.ROOT),
                named.maker(),
                texts.time(change.at()),
                FieldChange.of(change.before(), change.after(), fields),
                change.after() != null && change.version() != current);
    }

    /** The state in which a city came with the register, of which the log tells only what was before the first change. */
    static Optional<HistoryRow> loaded(Change first, City city, Texts texts, FieldTexts fields) {
        return Optional.ofNullable(first.before())
                .map(details -> new HistoryRow(
                        1,
                        Action.LOAD.name().toLowerCase(Locale.ROOT),
                        Door.SYSTEM.name().toLowerCase(Locale.ROOT),
                        null,
                        texts.time(city.createdAt()),
                        FieldChange.of(null, details, fields),
                        true));
    }
}
