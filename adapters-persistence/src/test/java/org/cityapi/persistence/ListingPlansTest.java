package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQLite plans to do for each listing there can be; nothing is counted beforehand, so the plan is always the same. */
class ListingPlansTest extends SharedFile {

    private static final Set<CountryCode> ONE = Set.of(new CountryCode("FR"));
    private static final Set<CountryCode> THREE =
            Set.of(new CountryCode("FR"), new CountryCode("VA"), new CountryCode("DK"));
    private static final City PARIS =
            new City(new CityId(7), CitySamples.city("Paris", "FR", 100), null, Instant.EPOCH, Instant.EPOCH, 1);
    private static final Pattern INDEX = Pattern.compile("USING (?:COVERING )?(?:INDEX (\\w+)|INTEGER PRIMARY KEY)");

    static Stream<Object[]> everyListing() {
        return Stream.of(
                        CityFilter.ALL,
                        new CityFilter(ONE, null, null),
                        new CityFilter(THREE, null, null),
                        new CityFilter(Set.of(), 10L, 5_000L),
                        new CityFilter(Set.of(), 10L, null),
                        new CityFilter(Set.of(), null, 5_000L),
                        new CityFilter(ONE, 10L, 5_000L),
                        new CityFilter(THREE, 10L, 5_000L))
                .flatMap(filter -> Stream.of(SortField.values())
                        .flatMap(field -> Stream.of(
                                new Object[] {filter, new CitySort(field, false)},
                                new Object[] {filter, new CitySort(field, true)})));
    }

    private static List<Scroll> everyPlace(CitySort sort) {
        Position from = sort.positionOf(PARIS);
        return List.of(
                Scroll.first(20), Scroll.after(from, 20), new Scroll(null, true, 20), new Scroll(from, true, 20));
    }

    @ParameterizedTest
    @MethodSource("everyListing")
    void aWalkFollowsAnIndexAndSortsNothing(CityFilter filter, CitySort sort) {
        for (Scroll scroll : everyPlace(sort)) {
            List<String> plan = plan(new CityListing(filter, sort, scroll).walk());
            assertThat(plan)
                    .as("%s", scroll)
                    .noneMatch(step -> step.contains("TEMP B-TREE") && !isAmongEquals(filter, sort, step));
            if (sort.field() == SortField.ID
                    && scroll.from() == null
                    && filter.countries().size() != 1) {
                // The table itself stands in the order of ids.
                assertThat(plan).containsExactly("SCAN city");
            } else {
                assertThat(steps(plan))
                        .isNotEmpty()
                        .allMatch(step -> INDEX.matcher(step).find());
            }
            if (scroll.from() != null) {
                assertThat(steps(plan)).allMatch(step -> step.startsWith("SEARCH"));
            }
        }
    }

    /**
     * The smallest cities of one country: their index runs the other way, so cities of the same size, few but for those
     * of unknown size, are put in the order of their ids.
     */
    private static boolean isAmongEquals(CityFilter filter, CitySort sort, String step) {
        boolean smallestOfACountry =
                filter.countries().size() == 1 && sort.field() == SortField.POPULATION && !sort.descending();
        return smallestOfACountry && step.equals("USE TEMP B-TREE FOR LAST TERM OF ORDER BY");
    }

    @ParameterizedTest
    @MethodSource("everyListing")
    void aDeepPageFollowsTheSameIndexAsTheFirst(CityFilter filter, CitySort sort) {
        Position from = sort.positionOf(PARIS);
        for (boolean backwards : new boolean[] {false, true}) {
            Sql first = new CityListing(filter, sort, new Scroll(null, backwards, 20)).walk();
            Sql deep = new CityListing(filter, sort, new Scroll(from, backwards, 20)).walk();
            assertThat(indexes(plan(deep))).isEqualTo(indexes(plan(first))).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyListing")
    void thoseThatAreGatheredComeFromAnIndex(CityFilter filter, CitySort sort) {
        for (Scroll scroll : everyPlace(sort)) {
            CityListing listing = new CityListing(filter, sort, scroll);
            if (!listing.isMixed()) {
                continue;
            }
            assertThat(steps(plan(listing.count())))
                    .hasSize(1)
                    .allMatch(step -> step.startsWith("SEARCH city USING COVERING INDEX city_by_"));
            assertThat(steps(plan(listing.gather())))
                    .hasSize(1)
                    .allMatch(step -> step.startsWith("SEARCH city USING INDEX city_by_"));
        }
    }

    @Test
    void anOffsetIsCountedInTheIndexOfIds() {
        assertThat(plan(new Sql().add("SELECT id FROM city ORDER BY id LIMIT 1 OFFSET 100000")))
                .containsExactly("SCAN city USING COVERING INDEX city_by_id");
    }

    private static List<String> plan(Sql sql) {
        return OnSqlite.column(context, new Sql().add("EXPLAIN QUERY PLAN " + sql), 4);
    }

    /** The steps that read the table or an index. */
    private static List<String> steps(List<String> plan) {
        return plan.stream()
                .filter(step -> step.matches("(SCAN|SEARCH) city.*"))
                .toList();
    }

    /** Among equal keys an index stands in the order of ids, whichever way the keys run: its twin does as well. */
    private static Set<String> indexes(List<String> plan) {
        Set<String> indexes = new TreeSet<>();
        for (String step : steps(plan)) {
            Matcher index = INDEX.matcher(step);
            indexes.add(index.find() && index.group(1) != null ? index.group(1).replace("_down", "") : "ids");
        }
        return indexes;
    }
}
