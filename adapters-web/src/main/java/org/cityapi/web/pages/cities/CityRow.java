package org.cityapi.web.pages.cities;

import java.util.Locale;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.search.Hit;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A city as a line of a list.
 *
 * @param match the name that was found, where it is another one; null otherwise
 * @param population in the reader's way of writing; null where it is not known
 * @param distance in kilometres, in the reader's way of writing; null where no place was asked about
 */
public record CityRow(
        long id,
        String name,
        @Nullable String match,
        String countryCode,
        String country,
        @Nullable String population,
        @Nullable String place,
        @Nullable String distance,
        String changed) {

    static CityRow of(Hit hit, Texts texts, Locale language) {
        City city = hit.city();
        CityDetails details = city.details();
        String name = details.name().value();
        String match = hit.match() == null ? name : hit.match().name().value();
        long population = details.population().value();
        return new CityRow(
                city.id().value(),
                name,
                match.equals(name) ? null : match,
                details.country().value(),
                Countries.catalogue().of(details.country()).name(language),
                population == 0 ? null : texts.number(population),
                details.coordinates() == null ? null : texts.place(details.coordinates()),
                hit.distanceKm() == null ? null : texts.distance(hit.distanceKm()),
                texts.date(city.updatedAt()));
    }

    /** A city that nobody searched for. */
    static CityRow of(City city, Texts texts, Locale language) {
        return of(new Hit(city, null, null, CitySort.BY_ID.positionOf(city)), texts, language);
    }

    public String path() {
        return "/cities/" + id;
    }
}
