package org.cityapi.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.memory.Ports;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.OnPostgres;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostgreSQL plans to do for places: it goes from square to square, however large the area is and whatever else is asked. */
class PostgresPlansTest {

    /** What the index of squares tells, so that no row is read. */
    private static final Set<SortField> TOLD = Set.of(SortField.ID, SortField.POPULATION, SortField.COUNTRY);

    private static final String NO_ROWS = "Index Only Scan using city_by_cell";

    private static ApplicationContext context;
    private static Dialect dialect;

    @BeforeAll
    static void open() throws SQLException {
        PostgresUrl url = PostgresServer.newDatabase();
        context = OnPostgres.open(url);
        dialect = context.getBean(Dialect.class);
        Ports ports = OnPostgres.emptied(context);
        Random random = new Random(7);
        List<CityDetails> cities = Stream.generate(() -> CitySamples.at(new Coordinates(
                        random.nextInt(-60_000_000, 75_000_000), random.nextInt(-180_000_000, 180_000_000))))
                .limit(20_000)
                .toList();
        ports.work().write(() -> ports.addAll(cities, Instant.EPOCH));
        try (Connection operator = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = operator.createStatement()) {
            // As the server does by itself after a while.
            statement.execute("VACUUM ANALYZE city");
        }
    }

    @AfterAll
    static void close() {
        context.close();
    }

    static Stream<Spots> everyFilter() {
        return EveryFilter.inEachOrder(dialect);
    }

    @ParameterizedTest
    @MethodSource("everyFilter")
    void placesAreReadFromTheirSquares(Spots spots) {
        Coordinates paris = new Coordinates(48_856_600, 2_352_200);
        List<Cells> areas = List.of(
                Cells.ring(paris, 0, 20),
                Cells.ring(paris, 500, 1_500),
                Cells.ring(paris, 5_000, 12_000),
                Cells.of(new BoundingBox(
                        new Coordinates(35_000_000, -25_000_000), new Coordinates(70_000_000, 45_000_000))),
                Cells.of(new BoundingBox(
                        new Coordinates(-50_000_000, 170_000_000), new Coordinates(70_000_000, -170_000_000))));
        for (Cells cells : areas) {
            for (Sql sql : List.of(
                    spots.in(cells),
                    Spots.count(spots.in(cells), 1_000),
                    spots.in(cells).add(" LIMIT 1000"))) {
                List<String> plan = plan(sql);
                String wanted = TOLD.contains(spots.field()) ? NO_ROWS : "city_by_cell";
                assertThat(plan)
                        .anyMatch(step -> step.contains(wanted))
                        .noneMatch(step -> step.contains("Seq Scan on city"));
            }
        }
    }

    private static List<String> plan(Sql sql) {
        return context.getBean(ConsistentReads.class)
                .inOneState(Sql.of("EXPLAIN ").add(sql).rows(row -> row.getString(1)));
    }
}
