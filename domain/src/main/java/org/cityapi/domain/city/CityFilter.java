package org.cityapi.domain.city;

import java.util.Set;
import org.cityapi.domain.country.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * Which cities are listed: those that satisfy every part.
 *
 * @param countries one of these; any when empty
 * @param minPopulation inclusive; null for no bound
 * @param maxPopulation inclusive; null for no bound
 * @param box lies in it; null for anywhere, or nowhere known
 * @param circle lies in it; null for anywhere, or nowhere known
 * @param unplaced where it lies is not known; false for all, whether that is known or not
 */
public record CityFilter(
        Set<CountryCode> countries,
        @Nullable Long minPopulation,
        @Nullable Long maxPopulation,
        @Nullable BoundingBox box,
        @Nullable Circle circle,
        boolean unplaced) {

    /** Lets every city pass. */
    public static final CityFilter ALL = new CityFilter(Set.of(), null, null);

    public CityFilter {
        countries = Set.copyOf(countries);
    }

    /** Wherever the city lies. */
    public CityFilter(Set<CountryCode> countries, @Nullable Long minPopulation, @Nullable Long maxPopulation) {
        this(countries, minPopulation, maxPopulation, null, null, false);
    }

    /** Whether it asks where a city lies. */
    public boolean isLocal() {
        return unplaced || box != null || circle != null;
    }

    /** Whether no city passes: none lies somewhere that lies nowhere known. */
    public boolean isContradictory() {
        return unplaced && (box != null || circle != null);
    }

    public boolean passes(CityDetails city) {
        long population = city.population().value();
        return (countries.isEmpty() || countries.contains(city.country()))
                && (minPopulation == null || population >= minPopulation)
                && (maxPopulation == null || population <= maxPopulation)
                && holds(city.coordinates());
    }

    /** Whether a city at that place passes, as far as its place is concerned; null when it is not known. */
    public boolean holds(@Nullable Coordinates place) {
        if (place == null) {
            return box == null && circle == null;
        }
        return !unplaced && (box == null || box.contains(place)) && (circle == null || circle.contains(place));
    }
}
