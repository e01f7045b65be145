package org.cityapi.web.pages.cities;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** A city that a search had found by another name, if it still has that. */
    static CityRow of(City city, String found, Texts texts, Locale language) {
        CityRow row = of(city, texts, language);
        boolean isOther = !found.equals(row.name)
                && city.details().otherNames().stream()
                        .anyMatch(other -> other.value().equals(found));
        return isOther
                ? new CityRow(
                        row.id,
                        row.name,
                        found,
                        row.countryCode,
                        row.country,
                        row.population,
                        row.place,
                        row.distance,
                        row.changed)
                : row;
    }

    /** The query that keeps the name that was found; empty where that is the city's own. */
    public String found() {
        return match == null ? "" : "?found=" + URLEncoder.encode(match, StandardCharsets.UTF_8);
    }

    public String path() {
        return "/cities/" + id;
    }
}
