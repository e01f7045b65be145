package org.cityapi.domain.city;

import static java.util.Comparator.comparing;
import static org.cityapi.domain.city.CitySamples.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.BeforeEach;

/** A fresh store for each test, and what the parts of {@link CityRepositoryContract} do with it. */
public abstract class CityStoreFixture {

    protected static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");

    private static final List<String> NAMES = List.of("Alvaro", "Álvaro", "Łódź", "東京", "Москва", "10", "Łódź");
    private static final List<String> COUNTRIES = List.of("FR", "DK", "PL", "JP");
    private static final List<Long> POPULATIONS = List.of(0L, 1L, 999L, 1_000L, 100_000_000L);

    protected Ports ports;
    protected CityRepository cities;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        cities = ports.cities();
    }

    protected final <T> T write(Supplier<T> work) {
        return ports.work().write(work);
    }

    protected final City add(CityDetails details) {
        return write(() -> cities.add(details, null, AT));
    }

    protected final void replace(City next) {
        write(() -> {
            cities.replace(next);
            return next;
        });
    }

    protected final void delete(City city) {
        write(() -> {
            cities.delete(city);
            return city;
        });
    }

    /** Forty cities, many with equal keys in every field but the id; in the order of ids. */
    protected final List<City> addManyWithTies() {
        Random random = new Random(7);
        return write(() -> {
            List<City> added = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                City city = cities.add(anyCity(random), null, AT.plusSeconds(i % 4));
                if (i % 3 == 0) {
                    city = city.with(anyCity(random), AT.plusMillis(4_000 + i % 2));
                    cities.replace(city);
                }
                added.add(city);
            }
            added.sort(comparing(City::id));
            return added;
        });
    }

    protected static CityDetails anyCity(Random random) {
        return city(
                NAMES.get(random.nextInt(NAMES.size())),
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                POPULATIONS.get(random.nextInt(POPULATIONS.size())));
    }

    static Stream<CitySort> everySort() {
        return Stream.of(SortField.values())
                .flatMap(field -> Stream.of(new CitySort(field, false), new CitySort(field, true)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    protected static List<City> sorted(List<City> cities, CitySort sort) {
        Comparator<City> byKey = (a, b) ->
                ((Comparable) sort.field().keyOf(a)).compareTo(sort.field().keyOf(b));
        List<City> sorted = new ArrayList<>(cities);
        sorted.sort((sort.descending() ? byKey.reversed() : byKey).thenComparing(City::id));
        return sorted;
    }
}
