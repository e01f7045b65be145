package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cityapi.application.CountCities;
import org.cityapi.domain.city.CountryTotals;

/** The countries that one can choose from, for each language; made anew when they were counted anew. */
@Singleton
final class CountryChoices {

    private final CountCities counts;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    CountryChoices(CountCities counts) {
        this.counts = counts;
    }

    private record Kept(List<CountryTotals> totals, List<CountryChoice> choices) {}

    /** Those that have cities. */
    List<CountryChoice> in(Locale language) {
        List<CountryTotals> totals = counts.byCountry();
        return kept.compute(
                        language.getLanguage(),
                        (same, last) -> last != null && last.totals() == totals
                                ? last
                                : new Kept(totals, CountryChoice.of(totals, language)))
                .choices();
    }
}
