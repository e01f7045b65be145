package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A listing is the same, whichever way it is read: the contract's few cities would only ever be gathered. */
class TwoWaysTest {

    private static final CityFilter FRENCH =
            new CityFilter(Set.of(new CountryCode("FR"), new CountryCode("VA")), 10L, null);

    @TempDir
    private static Path folder;

    private static ApplicationContext context;
    private static Ports ports;

    @BeforeAll
    static void fill() {
        context = OnSqlite.open(folder.resolve("cities.db"));
        ports = OnSqlite.ports(context);
        List<CityDetails> many = IntStream.range(0, 3 * CityListing.MANY)
                .mapToObj(i -> CitySamples.city("City " + i % 1_000, i % 2 == 0 ? "FR" : "DE", i % 7_000))
                .toList();
        ports.work().write(() -> ports.addAll(many, Instant.EPOCH));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void bothWaysListTheSame(CitySort sort) {
        List<City> walked = ports.cities().list(FRENCH, sort, Scroll.first(10_000));
        assertThat(walked).hasSizeGreaterThan(CityListing.MANY);
        for (boolean backwards : new boolean[] {false, true}) {
            for (int i = 100; i < walked.size() - 100; i += 97) {
                Scroll rest = new Scroll(sort.positionOf(walked.get(i)), backwards, 50);
                CityListing listing = new CityListing(FRENCH, sort, rest);
                assertThat(ids(listing.walk())).hasSize(50).isEqualTo(ids(listing.gather()));
            }
        }
    }

    static Stream<CitySort> everySort() {
        return Stream.of(SortField.values())
                .flatMap(field -> Stream.of(new CitySort(field, false), new CitySort(field, true)));
    }

    private static List<String> ids(Sql sql) {
        return OnSqlite.column(context, sql, 1);
    }
}
