package org.cityapi.domain.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** How many keys a city can have at most. */
    public static final int MAX_NAME_KEYS = (1 + MAX_OTHER_NAMES) * SearchKey.MOST;

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

    /** The keys by which its names are searched, each once; those of the main name first. */
    public List<NameKey> nameKeys() {
        Map<SearchKey, NameKey> keys = new LinkedHashMap<>();
        SearchKey.Keys main = SearchKey.keysOf(name.value());
        main.own().forEach(key -> keys.put(key, new NameKey(key, true)));
        Stream.concat(
                        main.all().stream(),
                        otherNames.stream().flatMap(other -> SearchKey.allOf(other.value()).stream()))
                .forEach(key -> keys.putIfAbsent(key, new NameKey(key, false)));
        return List.copyOf(keys.values());
    }
}
