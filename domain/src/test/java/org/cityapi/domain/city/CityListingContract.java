package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.city;
import static org.cityapi.domain.city.CitySamples.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.country.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link CityRepository#list} promises; part of {@link CityRepositoryContract}. */
public abstract class CityListingContract extends CityStoreFixture {

    @Test
    void aStretchHasAtMostAsManyAsAskedFor() {
        assertThat(cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1))).isEmpty();
        List<City> all = addManyWithTies();
        assertThat(cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1))).isEqualTo(all.subList(0, 1));
        assertThat(cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(all.size() + 1)))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void theWholeListIsInOrderWithTheLowerIdFirstAmongEquals(CitySort sort) {
        List<City> all = addManyWithTies();
        assertThat(cities.list(CityFilter.ALL, sort, Scroll.first(1_000))).isEqualTo(sorted(all, sort));
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void backwardsTheNearestCityComesFirst(CitySort sort) {
        List<City> expected = sorted(addManyWithTies(), sort);
        Collections.reverse(expected);
        assertThat(cities.list(CityFilter.ALL, sort, new Scroll(null, true, 1_000)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void fromAnyCityTheRestLiesAheadAndTheOthersBehind(CitySort sort) {
        List<City> expected = sorted(addManyWithTies(), sort);
        for (int i = 0; i < expected.size(); i++) {
            Position from = sort.positionOf(expected.get(i));
            List<City> behind = new ArrayList<>(expected.subList(0, i));
            Collections.reverse(behind);
            assertThat(cities.list(CityFilter.ALL, sort, Scroll.after(from, 1_000)))
                    .isEqualTo(expected.subList(i + 1, expected.size()));
            assertThat(cities.list(CityFilter.ALL, sort, new Scroll(from, true, 1_000)))
                    .isEqualTo(behind);
        }
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void aPositionHoldsAfterItsCityIsDeleted(CitySort sort) {
        List<City> expected = sorted(addManyWithTies(), sort);
        int middle = expected.size() / 2;
        Position from = sort.positionOf(expected.get(middle));
        delete(expected.get(middle));
        assertThat(cities.list(CityFilter.ALL, sort, Scroll.after(from, 3)))
                .isEqualTo(expected.subList(middle + 1, middle + 4));
        assertThat(cities.list(CityFilter.ALL, sort, new Scroll(from, true, 1)))
                .containsExactly(expected.get(middle - 1));
    }

    @Test
    void aPositionNeedNeverHaveHeldACity() {
        City small = add(city("Small", "FR", 10));
        City large = add(city("Large", "FR", 1_000));
        Position between = new Position(500L, new CityId(Long.MAX_VALUE));
        assertThat(cities.list(CityFilter.ALL, CitySort.DEFAULT, Scroll.after(between, 10)))
                .containsExactly(small);
        assertThat(cities.list(CityFilter.ALL, CitySort.DEFAULT, new Scroll(between, true, 10)))
                .containsExactly(large);
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void aWalkSeesEachCityThatStaysExactlyOnce(CitySort sort) {
        walkWhileOthersComeAndGo(sort, false);
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void aWalkBackwardsSeesEachCityThatStaysExactlyOnce(CitySort sort) {
        walkWhileOthersComeAndGo(sort, true);
    }

    private void walkWhileOthersComeAndGo(CitySort sort, boolean backwards) {
        List<City> leaving = new ArrayList<>(addManyWithTies());
        List<City> staying = new ArrayList<>();
        for (int i = leaving.size() - 1; i >= 0; i -= 2) {
            staying.add(leaving.remove(i));
        }
        Random random = new Random(11);
        Collections.shuffle(leaving, random);
        List<City> seen = new ArrayList<>();
        Position from = null;
        for (List<City> page = List.of(); from == null || !page.isEmpty(); ) {
            page = cities.list(CityFilter.ALL, sort, new Scroll(from, backwards, 3));
            seen.addAll(page);
            from = page.isEmpty() ? from : sort.positionOf(page.get(page.size() - 1));
            if (!leaving.isEmpty()) {
                delete(leaving.remove(0));
                add(anyCity(random));
            }
        }
        List<City> expected = sorted(staying, sort);
        if (backwards) {
            Collections.reverse(expected);
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(staying::contains)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void everyFilterGoesWithEveryOrder(CitySort sort) {
        List<City> expected = sorted(addManyWithTies(), sort);
        for (CityFilter filter : everyFilter().toList()) {
            List<City> passing = expected.stream()
                    .filter(city -> filter.passes(city.details()))
                    .toList();
            assertThat(cities.list(filter, sort, Scroll.first(1_000)))
                    .as("%s", filter)
                    .isEqualTo(passing);
            for (int i = 2; i < passing.size(); i += 7) {
                Position from = sort.positionOf(passing.get(i));
                assertThat(cities.list(filter, sort, Scroll.after(from, 2)))
                        .isEqualTo(passing.subList(i + 1, Math.min(i + 3, passing.size())));
                assertThat(cities.list(filter, sort, new Scroll(from, true, 2)))
                        .containsExactly(passing.get(i - 1), passing.get(i - 2));
            }
        }
    }

    @Test
    void namesStandInTheOrderThatPeopleExpect() {
        assertNamesStandInThisOrder(List.of(
                "100 Mile House",
                "Aachen",
                "Ærø",
                "Alvaro",
                "Álvaro",
                "Alvaro Obregón",
                "L'Aquila",
                "Łódź",
                "New York",
                "Newark",
                "Ørsted",
                "Oslo",
                "São Paulo",
                "York",
                "Yorkton",
                "Zürich",
                "Αθήνα",
                "Москва",
                "القاهرة",
                "東京"));
    }

    @Test
    void namesBeyondTheBasicPlaneComeAfterAllWithinIt() {
        // As UTF-16 they would come before U+E000 to U+FFFF; as UTF-8 and as code points they come after.
        assertNamesStandInThisOrder(List.of("A\uFFFD", "A\uD83C\uDFD9", "Ａ", "𝐀", "\uFA0E", "\uD840\uDC00"));
    }

    private void assertNamesStandInThisOrder(List<String> inOrder) {
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(name -> add(named(name)));
        CitySort byName = new CitySort(SortField.NAME, false);
        assertThat(cities.list(CityFilter.ALL, byName, Scroll.first(100)))
                .extracting(city -> city.details().name().value())
                .isEqualTo(inOrder);
    }

    private static Stream<CityFilter> everyFilter() {
        List<Set<CountryCode>> countries = List.of(
                Set.of(),
                Set.of(new CountryCode("FR")),
                Set.of(new CountryCode("DK"), new CountryCode("JP"), new CountryCode("AQ")),
                Set.of(new CountryCode("AQ")));
        List<Optional<Long>> bounds =
                List.of(Optional.empty(), Optional.of(0L), Optional.of(1L), Optional.of(1_000L), Optional.of(1_001L));
        return countries.stream()
                .flatMap(some -> bounds.stream()
                        .flatMap(min ->
                                bounds.stream().map(max -> new CityFilter(some, min.orElse(null), max.orElse(null)))));
    }
}
