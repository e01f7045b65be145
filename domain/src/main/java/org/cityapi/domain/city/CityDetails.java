package org.cityapi.domain.city;

import java.util.List;
import java.util.stream.Stream;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.text.SearchKey;
import org.cityapi.domain.text.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a city: all that a write may change. Two cities may have equal details.
 *
 * @param name the main name
 * @param country the country that it is listed under
 * @param population inhabitants
 * @param coordinates null when unknown
 * @param adminCode null when unknown
 * @param timezone null when unknown
 * @param geonameId null when GeoNames does not list it
 * @param otherNames names in other languages, scripts and times, in the writer's order, each once; up to 200
 */
public record CityDetails(
        CityName name,
        CountryCode country,
        Population population,
        @Nullable Coordinates coordinates,
        @Nullable AdminCode adminCode,
        @Nullable TimeZoneId timezone,
        @Nullable GeonameId geonameId,
        List<CityName> otherNames) {

    public static final int MAX_OTHER_NAMES = 200;

    /** @throws IllegalArgumentException when there are too many other names */
    public CityDetails {
        otherNames = otherNames.stream().distinct().toList();
        if (otherNames.size() > MAX_OTHER_NAMES) {
            throw new IllegalArgumentException("More than " + MAX_OTHER_NAMES + " other names");
        }
    }

    /** What is compared when names are put in order. */
    public SortKey sortKey() {
        return SortKey.of(name.value());
    }

    /** What is compared when names are searched: of the main name first, then of the others, each once. */
    public List<SearchKey> searchKeys() {
        return Stream.concat(Stream.of(name), otherNames.stream())
                .map(each -> SearchKey.of(each.value()))
                .filter(key -> !key.value().isEmpty())
                .distinct()
                .toList();
    }
}
