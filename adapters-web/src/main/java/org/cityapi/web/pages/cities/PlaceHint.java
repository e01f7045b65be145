package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;

/** Finds places that are hardly meant: far away from all other cities of their country. */
@Singleton
final class PlaceHint {

    /** Kilometres; no two neighbours in one country are as far from each other but on the high seas. */
    private static final double FAR = 500;

    /** The fields that it depends on. */
    static final Set<String> FIELDS = Set.of("latitude", "longitude", "countryCode");

    private final FindCities find;

    PlaceHint(FindCities find) {
        this.find = find;
    }

    /** The key of the words for what is odd: swapped or far; empty where nothing is, or not all of it is told. */
    Optional<String> of(CityFields fields) {
        Optional<CountryCode> country = Countries.catalogue()
                .withCode(fields.value("countryCode").strip())
                .map(Country::code);
        Coordinates place = fields.place();
        return place == null ? Optional.empty() : country.flatMap(code -> of(place, code));
    }

    private Optional<String> of(Coordinates place, CountryCode country) {
        if (isNearOthers(place, country)) {
            return Optional.empty();
        }
        boolean canBeSwapped = Math.abs(place.longitudeE6()) <= 90_000_000;
        return Optional.of(
                canBeSwapped && isNearOthers(new Coordinates(place.longitudeE6(), place.latitudeE6()), country)
                        ? "swapped"
                        : "far");
    }

    /** Where a country has no other city with a place, any is near. */
    private boolean isNearOthers(Coordinates place, CountryCode country) {
        CityFilter filter = new CityFilter(Set.of(country), null, null);
        List<Hit> nearest = find.page(new CityQuery(filter, null, place, null), Scroll.first(1))
                .items();
        Double km = nearest.isEmpty() ? null : nearest.get(0).distanceKm();
        return km == null || km < FAR;
    }
}
