package org.cityapi.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CountryTotals;

/** Tells how many cities each country has, as it was within the last minute; open to anyone. */
public final class CountCities {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final CityRepository cities;
    private final Clock clock;
    private volatile Kept kept = new Kept(List.of(), Instant.MIN);

    public CountCities(CityRepository cities, Clock clock) {
        this.cities = cities;
        this.clock = clock;
    }

    private record Kept(List<CountryTotals> totals, Instant until) {}

    /** Of each country that has cities, in the order of the codes. */
    public List<CountryTotals> byCountry() {
        return isFresh() ? kept.totals() : count();
    }

    private boolean isFresh() {
        return clock.instant().isBefore(kept.until());
    }

    private synchronized List<CountryTotals> count() {
        if (!isFresh()) {
            kept = new Kept(cities.totals(), clock.instant().plus(KEPT));
        }
        return kept.totals();
    }
}
