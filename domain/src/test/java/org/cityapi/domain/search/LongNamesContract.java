package org.cityapi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withOtherNames;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store promises of the longest names and texts there are: some signs fold to words (U+FDFA to eighteen
 * letters, U+3316 to six), so that a key may have thousands of bytes. They are kept, listed and found like any others.
 */
public abstract class LongNamesContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final int LETTERS = CityName.MAX_LENGTH;
    private static final int TYPED = SearchText.MAX_LENGTH;

    private static final String PRAYERS = "\uFDFA".repeat(LETTERS);
    private static final String KILOMETRES = "\u3316".repeat(LETTERS);

    /** Four bytes each, all different: nothing that a database could compress. */
    private static final String IDEOGRAPHS = letters(0x20000, 0x2A6DF, 3);

    private static final String UNITS = letters(0x3300, 0x3357, 4);

    private Ports ports;
    private final List<City> all = new ArrayList<>();

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    private static String letters(int first, int last, long seed) {
        return new Random(seed)
                .ints(LETTERS, first, last + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String first(String name, int letters) {
        return name.substring(0, name.offsetByCodePoints(0, letters));
    }

    private static Stream<String> names() {
        return Stream.of(PRAYERS, KILOMETRES, IDEOGRAPHS, UNITS)
                .flatMap(name -> Stream.of(
                        name,
                        first(name, LETTERS - 1),
                        first(name, LETTERS - 1) + "x",
                        first(name, TYPED),
                        first(name, TYPED - 1),
                        first(name, TYPED / 2) + " x " + first(name, TYPED / 2)));
    }

    @BeforeEach
    void fill() {
        ports = emptyStore();
        List<CityDetails> half = new ArrayList<>();
        names().forEach(name -> {
            half.add(named(name));
            all.add(ports.work().write(() -> ports.cities().add(withOtherNames("Xanten", List.of(name)), null, AT)));
        });
        ports.work().write(() -> ports.addAll(half, AT));
        List<City> stored = ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1_000));
        assertThat(stored).containsAll(all).hasSize(2 * half.size());
        all.clear();
        all.addAll(stored);
    }

    private static Stream<String> texts() {
        return Stream.of(PRAYERS, KILOMETRES, IDEOGRAPHS, UNITS)
                .flatMap(name -> Stream.of(
                        first(name, TYPED),
                        first(name, TYPED - 1),
                        first(name, TYPED - 1) + "x",
                        first(name, TYPED / 2),
                        first(name, TYPED / 2) + " x",
                        first(name, 35),
                        first(name, 34) + "x",
                        first(name, 10),
                        first(name, 1)));
    }

    private void assertAnswered() {
        for (String text : texts().toList()) {
            CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
            Comparator<Hit> order = Comparator.comparing(Hit::position, query.order());
            List<Hit> hits = all.stream()
                    .flatMap(city -> query.hit(city).stream())
                    .sorted(order)
                    .toList();
            assertThat(ports.search().find(query, Scroll.first(1_000)))
                    .as("%s", text)
                    .isEqualTo(hits);
            assertThat(ports.search().count(query)).as("%s", text).isEqualTo(hits.size());
            assertThat(ports.search().typos(query, 1_000))
                    .as("%s", text)
                    .isEqualTo(all.stream()
                            .flatMap(city -> query.typo(city).stream())
                            .sorted(order)
                            .toList());
        }
    }

    @Test
    void areFoundAsItIsDefined() {
        assertAnswered();
    }

    @Test
    void areFoundAsTheyAreNow() {
        List<City> before = List.copyOf(all);
        all.clear();
        for (int i = 0; i < before.size(); i++) {
            City city = before.get(i);
            if (i % 2 == 0) {
                ports.work().write(() -> {
                    ports.cities().delete(city);
                    return city;
                });
            } else {
                String name = before.get(before.size() - 1 - i).details().name().value();
                City next = city.with(withOtherNames(name, List.of(UNITS)), AT);
                ports.work().write(() -> {
                    ports.cities().replace(next);
                    return next;
                });
                all.add(next);
            }
        }
        assertAnswered();
    }

    @Test
    void areListedInOneOrderFromAnyPlaceOn() {
        CitySort byName = new CitySort(SortField.NAME, false);
        List<City> sorted = all.stream()
                .sorted(Comparator.comparing((City city) -> city.details().sortKey())
                        .thenComparing(City::id))
                .toList();
        Position from = null;
        for (City city : sorted) {
            Scroll next = from == null ? Scroll.first(1) : Scroll.after(from, 1);
            assertThat(ports.cities().list(CityFilter.ALL, byName, next)).containsExactly(city);
            from = byName.positionOf(city);
        }
    }
}
