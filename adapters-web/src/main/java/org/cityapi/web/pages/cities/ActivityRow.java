package org.cityapi.web.pages.cities;

import org.cityapi.application.NamedChange;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A change of some city, as the page lists it.
 *
 * @param name of the city then; null for the load of a whole register
 * @param path of the city; null for the load
 * @param byPath of the list of this maker's changes; null for the register itself
 * @param history what became of its fields
 */
public record ActivityRow(
        @Nullable String name,
        @Nullable String path,
        @Nullable String byPath,
        HistoryRow history) {

    static ActivityRow of(NamedChange named, ActivityAddress address, Texts texts, FieldTexts fields) {
        Change change = named.logged().change();
        CityId id = change.city();
        CityDetails details = change.after() == null ? change.before() : change.after();
        return new ActivityRow(
                details == null ? null : details.name().value(),
                id == null ? null : CityListPage.PATH + "/" + id.value(),
                change.by() == null ? null : address.by(change.by().value()),
                HistoryRow.of(named, change.version(), texts, fields));
    }
}
