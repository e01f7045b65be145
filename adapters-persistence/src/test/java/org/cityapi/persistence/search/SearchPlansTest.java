package org.cityapi.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.OnSqlite;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQLite plans to do for places, names, history and changes: none of it reads through the table of cities. */
class SearchPlansTest {

    private static final Coordinates PARIS = new Coordinates(48_856_600, 2_352_200);

    private static final City ONE =
            new City(new CityId(7), CitySamples.city("Paris", "FR", 100), null, Instant.EPOCH, Instant.EPOCH, 1);

    @TempDir
    private static Path folder;

    private static Connection connection;
    private static Dialect dialect;

    @BeforeAll
    static void open() throws SQLException {
        Path file = folder.resolve("cities.db");
        SqliteDatabase.check(file);
        String url = "jdbc:sqlite:" + file.toUri();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/sqlite", "classpath:org/cityapi/persistence/sqlite")
                .load()
                .migrate();
        connection = DriverManager.getConnection(url);
        try (ApplicationContext context = OnSqlite.open(folder.resolve("other.db"))) {
            dialect = context.getBean(Dialect.class);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static List<String> plan(Sql sql) throws SQLException {
        return Sql.of("EXPLAIN QUERY PLAN ")
                .add(sql)
                .rows(row -> row.getString(4))
                .run(connection);
    }

    /** The steps that read cities, whatever else there is. */
    private static List<String> ofCities(List<String> plan) {
        return plan.stream()
                .filter(step -> step.matches("(SCAN|SEARCH) city\\b.*"))
                .toList();
    }

    static Stream<Spots> everyFilter() {
        return EveryFilter.inEachOrder(dialect);
    }

    @ParameterizedTest
    @MethodSource("everyFilter")
    void placesAreReadFromTheirSquares(Spots spots) throws SQLException {
        List<Cells> areas = List.of(
                Cells.NOWHERE,
                Cells.ring(PARIS, 0, 20),
                Cells.ring(PARIS, 500, 1_500),
                Cells.of(new BoundingBox(
                        new Coordinates(-50_000_000, 170_000_000), new Coordinates(70_000_000, -170_000_000))));
        for (Cells cells : areas) {
            List<String> steps = ofCities(plan(spots.in(cells)));
            assertThat(steps)
                    .hasSize(1)
                    .allMatch(step -> step.matches("SEARCH city USING (COVERING )?INDEX city_by_cell .*"));
        }
    }

    @Test
    void aWalkThatAsksForNoPlacesReadsTheIndexOfItsSortAlone() throws SQLException {
        for (SortField field : SortField.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                CitySort sort = new CitySort(field, descending);
                Sql met = new Spots(CityFilter.ALL, field, dialect).met(sort, Scroll.first(20), false, 4_000);
                assertThat(plan(met)).anyMatch(step -> step.startsWith("SCAN city USING COVERING INDEX"));
            }
        }
    }

    @Test
    void aWalkInTheUsualOrderReadsNoRows() throws SQLException {
        Set<CountryCode> both = Set.of(new CountryCode("FR"), new CountryCode("DE"));
        BoundingBox box =
                new BoundingBox(new Coordinates(-50_000_000, 170_000_000), new Coordinates(70_000_000, -170_000_000));
        CitySort usual = new CitySort(SortField.POPULATION, true);
        CityFilter all = new CityFilter(both, 10L, 5_000L, box, new Circle(PARIS, 500), false);
        Spots spots = new Spots(all, SortField.POPULATION, dialect);
        assertThat(spots.areToldBy(usual)).isTrue();
        for (boolean backwards : new boolean[] {true, false}) {
            for (Position from : Arrays.asList(null, usual.positionOf(ONE))) {
                Scroll scroll = new Scroll(from, backwards, 20);
                for (Sql sql : List.of(spots.met(usual, scroll, true, 4_000), spots.visits(usual, scroll, 4_000))) {
                    assertThat(ofCities(plan(sql)))
                            .isNotEmpty()
                            .allMatch(step -> step.contains(" USING COVERING INDEX city_by_population"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyFilter")
    void aWalkStopsWhereEnoughWereMet(Spots spots) throws SQLException {
        for (boolean descending : new boolean[] {true, false}) {
            CitySort sort = new CitySort(spots.field(), descending);
            for (Position from : Arrays.asList(null, sort.positionOf(ONE))) {
                List<String> plan = plan(spots.met(sort, new Scroll(from, false, 20), true, 4_000));
                assertThat(plan)
                        .contains("CO-ROUTINE met", "SCAN met")
                        .noneMatch(step -> step.contains("TEMP B-TREE") && !step.contains("LAST TERM"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyFilter")
    void citiesThatAreFoundByNameAreReadByTheirIds(Spots spots) throws SQLException {
        assertThat(ofCities(plan(spots.with(List.of(1L, 2L, 3L)))))
                .hasSize(1)
                .allMatch(step -> step.startsWith("SEARCH city USING INTEGER PRIMARY KEY"));
    }

    @Test
    void namesAreReadFromTheirIndexInItsOrder() throws SQLException {
        for (String order : List.of("", " DESC")) {
            List<String> plan = plan(Sql.of(
                    "SELECT rowid FROM city_name WHERE city_name MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid"
                            + order,
                    "\"par\"*",
                    0L,
                    1L));
            assertThat(plan).hasSize(1).allMatch(step -> step.startsWith("SCAN city_name VIRTUAL TABLE INDEX"));
        }
    }

    @Test
    void historyAndChangesAreReadInTheirOrder() throws SQLException {
        String all = "SELECT sequence, before, after FROM city_change WHERE ";
        assertThat(plan(Sql.of(all + "city_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?", 1L, 9L, 20)))
                .containsExactly("SEARCH city_change USING INDEX city_change_by_city (city_id=? AND sequence<?)");
        assertThat(plan(Sql.of(all + "sequence > ? ORDER BY sequence LIMIT ?", 1L, 20)))
                .containsExactly("SEARCH city_change USING INTEGER PRIMARY KEY (rowid>?)");
    }
}
