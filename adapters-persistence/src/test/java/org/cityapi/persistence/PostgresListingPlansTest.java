package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostgreSQL makes of the statement that gathers few cities: it expects short pages to be met soon on a walk. */
class PostgresListingPlansTest {

    private static final int CITIES = 12_000;

    private static ApplicationContext context;

    @BeforeAll
    static void open() {
        context = OnPostgres.open(PostgresServer.newDatabase());
        Ports ports = OnPostgres.emptied(context);
        List<String> countries = List.of("MX", "IN", "FR", "DE", "RU", "NG", "TR", "US");
        List<CityDetails> cities = IntStream.range(0, CITIES)
                .mapToObj(i -> CitySamples.city("City " + i, countries.get(i * 7 % 8), i * 31L % CITIES * 10))
                .toList();
        ports.work().write(() -> ports.addAll(cities, Instant.EPOCH));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    static Stream<CitySort> everySort() {
        return Stream.of(SortField.values())
                .flatMap(field -> Stream.of(new CitySort(field, false), new CitySort(field, true)));
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void fewAreGatheredBeforeTheyAreSorted(CitySort sort) {
        Set<CountryCode> two = Set.of(new CountryCode("MX"), new CountryCode("IN"));
        for (CityFilter filter : List.of(
                new CityFilter(two, null, 30_000L),
                new CityFilter(two, 60_000L, null),
                new CityFilter(Set.of(new CountryCode("MX")), null, 60_000L))) {
            for (int size : new int[] {1, 2, 20}) {
                CityListing listing = new CityListing(filter, sort, Scroll.first(size));
                // All but the last, whose country has an index in the order of populations, and of ids.
                assertThat(listing.isMixed())
                        .isEqualTo(filter.countries().size() > 1 || sort.field() != SortField.POPULATION);
                if (listing.isMixed()) {
                    assertThat(plan(listing.gather()))
                            .anyMatch(step -> step.contains("Sort"))
                            .noneMatch(step -> step.contains("Join") || step.contains("Nested Loop"));
                }
            }
        }
    }

    private static List<String> plan(Sql sql) {
        return context.getBean(ConsistentReads.class)
                .inOneState(Sql.of("EXPLAIN ").add(sql).rows(row -> row.getString(1)));
    }
}
