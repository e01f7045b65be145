package org.cityapi.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.jspecify.annotations.Nullable;

/** Tells how many cities there are of each kind, as it was within the last minute; open to anyone. */
public final class CountCities {

    /** With so many inhabitants a city is of the next size. */
    public static final List<Long> SIZES = List.of(1_000L, 10_000L, 100_000L, 1_000_000L);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Remembered<List<CountryTotals>> countries;
    private final Remembered<List<Long>> sizes;

    public CountCities(CityRepository cities, CitySearch search, Clock clock) {
        this.clock = clock;
        countries = new Remembered<>(cities::totals);
        sizes = new Remembered<>(() -> countSizes(search));
    }

    /** Of each country that has cities, in the order of the codes. */
    public List<CountryTotals> byCountry() {
        return countries.get();
    }

    /** Of each size, the smallest first: one more than there are {@link #SIZES}. */
    public List<Long> bySize() {
        return sizes.get();
    }

    private static List<Long> countSizes(CitySearch search) {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= SIZES.size(); i++) {
            Long least = i == 0 ? null : SIZES.get(i - 1);
            Long most = i == SIZES.size() ? null : (Long) (SIZES.get(i) - 1);
            CityFilter filter = new CityFilter(Set.of(), least, most);
            counts.add(search.count(CityQuery.of(filter, CitySort.DEFAULT)));
        }
        return List.copyOf(counts);
    }

    /** An answer, and how long it is given; no longer where the clock is set back. */
    private final class Remembered<T> {

        private final Supplier<T> source;
        private volatile @Nullable Answer<T> last;

        Remembered(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            Answer<T> answer = last;
            return answer == null || isOld(answer) ? ask() : answer.value();
        }

        private synchronized T ask() {
            Answer<T> answer = last;
            if (answer == null || isOld(answer)) {
                answer = new Answer<>(source.get(), clock.instant());
                last = answer;
            }
            return answer.value();
        }
    }

    private boolean isOld(Answer<?> answer) {
        return Duration.between(answer.at(), clock.instant()).abs().compareTo(KEPT) >= 0;
    }

    private record Answer<T>(T value, Instant at) {}
}
