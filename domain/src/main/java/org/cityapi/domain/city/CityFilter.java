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
 */
public record CityFilter(
        Set<CountryCode> countries,
        @Nullable Long minPopulation,
        @Nullable Long maxPopulation) {

    /** Lets every city pass. */
    public static final CityFilter ALL = new CityFilter(Set.of(), null, null);

    public CityFilter {
        countries = Set.copyOf(countries);
    }

    public boolean passes(CityDetails city) {
        long population = city.population().value();
        return (countries.isEmpty() || countries.contains(city.country()))
                && (minPopulation == null || population >= minPopulation)
                && (maxPopulation == null || population <= maxPopulation);
    }
}
