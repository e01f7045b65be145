package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.persistence.Patience.SOON;
import static org.cityapi.persistence.Patience.isRefusedSoon;
import static org.cityapi.persistence.Patience.succeedsAtLast;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL slow or without room for connections, and nodes that are killed amid a write and amid a migration. */
@Timeout(120)
class PostgresFaultsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T05:00:00Z");

    private static final Duration AT_LAST = Duration.ofSeconds(20);

    private PostgresUrl direct;
    private PostgresUrl through;
    private Wire wire;

    @BeforeEach
    void open() {
        direct = PostgresServer.newDatabase();
        URI server = URI.create(direct.jdbc().substring("jdbc:".length()));
        wire = new Wire(server.getHost(), server.getPort());
        through = new PostgresUrl(
                direct.jdbc().replace(server.getRawAuthority(), "localhost:" + wire.port()),
                direct.user(),
                direct.password());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(direct.jdbc(), direct.user(), direct.password());
    }

    private static City add(Ports ports, String name) {
        return ports.work().write(() -> ports.cities().add(named(name), null, NOW));
    }

    private static List<String> names(Ports ports) {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(100)).stream()
                .map(city -> city.details().name().value())
                .toList();
    }

    @Test
    void aServerWithoutRoomForConnectionsIsOneThatIsAway() throws SQLException {
        String role = "few_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection operator = connect()) {
            OnSqlite.execute(operator, "CREATE ROLE " + role + " LOGIN PASSWORD 'few'");
            OnSqlite.execute(operator, "ALTER SCHEMA public OWNER TO " + role);
            try (ApplicationContext context = OnPostgres.open(new PostgresUrl(direct.jdbc(), role, "few"))) {
                Ports ports = OnPostgres.emptied(context);
                CityId paris = add(ports, "Paris").id();
                OnSqlite.execute(operator, "ALTER ROLE " + role + " CONNECTION LIMIT 0");
                OnSqlite.execute(
                        operator,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "'");
                isRefusedSoon(() -> add(ports, "Lyon"));
                isRefusedSoon(() -> ports.cities().find(paris));
                OnSqlite.execute(operator, "ALTER ROLE " + role + " CONNECTION LIMIT 3");
                // Fewer than the pools would like.
                succeedsAtLast(() -> add(ports, "Back"));
                assertThat(succeedsAtLast(() -> names(ports))).containsExactly("Paris", "Back");
            }
        }
    }

    /** The server ends the connection amid the commit, as one does that goes down: its writer hears of nothing. */
    @Test
    void whatNobodyHeardOfAtACommitIsToldAsOpen() throws SQLException {
        try (ApplicationContext context = OnPostgres.open(direct);
                Connection operator = connect()) {
            Ports ports = OnPostgres.emptied(context);
            OnSqlite.execute(operator, """
                    CREATE FUNCTION go_down() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                    """);
            OnSqlite.execute(operator, """
                    CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON city
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION go_down()
                    """);
            try {
                assertThatThrownBy(() -> add(ports, "Paris"))
                        .isInstanceOfSatisfying(
                                Rejection.Unavailable.class,
                                away -> assertThat(away.needed()).isEqualTo(Dependency.OUTCOME));
            } finally {
                OnSqlite.execute(operator, "DROP FUNCTION go_down CASCADE");
            }
            succeedsAtLast(() -> add(ports, "Lyon"));
        }
    }

    @Test
    void aSlowServerIsRightOrRefusesInTime() {
        try (ApplicationContext context = OnPostgres.open(through)) {
            Ports ports = OnPostgres.emptied(context);
            List<String> promised = new ArrayList<>(List.of("First"));
            add(ports, "First");
            for (int milliseconds : new int[] {20, 80, 250}) {
                wire.slow(milliseconds);
                for (int i = 0; i < 4; i++) {
                    String name = "Slow" + milliseconds + '-' + i;
                    long begin = System.nanoTime();
                    try {
                        add(ports, name);
                        promised.add(name);
                        assertThat(names(ports)).containsAll(promised);
                    } catch (Rejection.Unavailable e) {
                        assertThat(milliseconds).as("tolerated").isGreaterThan(20);
                    }
                    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON.multipliedBy(2));
                }
            }
            wire.mend();
            assertThat(succeedsAtLast(() -> names(ports))).containsAll(promised);
            succeedsAtLast(() -> add(ports, "Back"));
        }
    }

    @Test
    void whatAKilledNodeHadBegunIsTakenBackAndTheOthersWrite() {
        try (ApplicationContext here = OnPostgres.open(through);
                ApplicationContext there = OnPostgres.open(direct)) {
            Ports ports = OnPostgres.emptied(here);
            Ports others = OnSqlite.ports(there);
            assertThatThrownBy(() -> ports.work().write(() -> {
                        ports.cities().add(named("Half"), null, NOW);
                        // The server is told by the system, as when a process is killed.
                        wire.cut();
                        long begin = System.nanoTime();
                        succeedsAtLast(() -> add(others, "Whole"));
                        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
                        return true;
                    }))
                    .isInstanceOf(Rejection.Unavailable.class);
            assertThat(names(others)).containsExactly("Whole");
        }
    }

    @Test
    void aMigrationThatIsKilledIsDoneByTheNextStart() throws Exception {
        Flyway.configure()
                .dataSource(direct.jdbc(), direct.user(), direct.password())
                .locations("classpath:db/migration/postgres")
                .target("1")
                .load()
                .migrate();
        try (Connection operator = connect()) {
            operator.setAutoCommit(false);
            OnSqlite.execute(operator, "LOCK TABLE city IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<ApplicationContext> killed =
                    CompletableFuture.supplyAsync(() -> OnPostgres.open(through));
            awaitWaiting();
            wire.cut();
            assertThatThrownBy(killed::join).isInstanceOf(CompletionException.class);
            operator.rollback();
        }
        try (ApplicationContext next = OnPostgres.open(direct);
                Connection operator = connect()) {
            add(OnSqlite.ports(next), "Whole");
            assertThat(OnSqlite.value(operator, "SELECT count(*) FROM flyway_schema_history WHERE NOT success"))
                    .isEqualTo("0");
            assertThat(OnSqlite.value(operator, "SELECT max(version::int) FROM flyway_schema_history"))
                    .isEqualTo("11");
        }
    }

    private void awaitWaiting() throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(AT_LAST);
        try (Connection operator = connect()) {
            while (OnSqlite.value(operator, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation IS NOT NULL")
                    .equals("0")) {
                assertThat(Instant.now()).as("the migration waits").isBefore(end);
                Thread.sleep(50);
            }
        }
    }
}
