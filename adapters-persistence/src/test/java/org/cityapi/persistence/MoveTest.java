package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.persistence.move.Move;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register goes from a file to a server and back, with everything in it. */
class MoveTest {

    private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");
    private static final int CITIES = 11_000;
    private static final User ADA = User.first(new Identity("https://one.example", "ada", "Ada", "ada@example.org"));

    @TempDir
    Path folder;

    private final PostgresUrl url = PostgresServer.newDatabase();
    private Path file;
    private ApplicationContext sqlite;
    private ApplicationContext postgres;

    @BeforeEach
    void open() {
        file = folder.resolve("cities.db");
        sqlite = OnSqlite.open(file);
    }

    /** When the move's connection is open: those of registers would be in its way. */
    private ApplicationContext postgres() {
        if (postgres == null) {
            postgres = OnPostgres.open(url);
        }
        return postgres;
    }

    private void closePostgres() {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    @AfterEach
    void close() {
        sqlite.close();
        closePostgres();
    }

    private static Move.Side side(String place, ApplicationContext context, Connection connection) {
        return new Move.Side(place, connection, context.getBean(Dialect.class), context.getBean(NameIndex.class));
    }

    private void move(Move.Progress progress) throws SQLException {
        closePostgres();
        try (Connection from = SqliteDatabase.connect(file);
                Connection to = PostgresDatabase.connectAlone(url)) {
            new Move(side("file", sqlite, from), side("server", postgres(), to), sqlite.getBean(ObjectMapper.class))
                    .run(progress);
        }
    }

    private void fill() {
        Ports ports = OnSqlite.ports(sqlite);
        List<CityDetails> cities = IntStream.range(0, CITIES)
                .mapToObj(i -> CitySamples.city("Ville " + i, "FR", i))
                .toList();
        ports.work().write(() -> ports.addAll(cities, AT));
        ports.work().write(() -> {
            City city = ports.cities().add(CitySamples.city("München", "DE", 1_500_000), null, AT);
            ports.changes().append(Change.created(city, Actor.system()));
            City last = ports.cities().add(CitySamples.city("Gone", "DE", 1), null, AT);
            ports.changes().append(Change.created(last, Actor.system()));
            ports.cities().delete(last);
            ports.changes().append(Change.deleted(last, AT, Actor.system()));
            return true;
        });
    }

    /** Everything that the ports tell. */
    private static List<Object> told(Ports ports) {
        List<Object> told = new ArrayList<>();
        told.addAll(ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(2 * CITIES)));
        told.addAll(ports.changes().after(0, 100));
        for (String text : new String[] {"munchen", "ville 10", "Munhcen"}) {
            CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
            told.addAll(ports.search().find(query, Scroll.first(30)));
            told.addAll(ports.search().typos(query, 30));
        }
        return told;
    }

    @Test
    void whatTheFileHeldTheServerHoldsAndTheNextCityGetsTheNextNumber() throws SQLException {
        fill();
        List<String> lines = new ArrayList<>();
        move((table, rows, all) -> lines.add(table + ' ' + rows + '/' + all));
        assertThat(lines).startsWith("city 5000/11001", "city 10000/11001", "city 11001/11001", "city_change 3/3");
        Ports there = OnSqlite.ports(postgres());
        List<Object> before = told(OnSqlite.ports(sqlite));
        assertThat(before).hasSizeGreaterThan(CITIES);
        assertThat(told(there)).isEqualTo(before);
        backAgain(before);
        getsTheNextNumber(OnSqlite.ports(postgres()));
    }

    private void backAgain(List<Object> before) throws SQLException {
        closePostgres();
        Path back = folder.resolve("back.db");
        try (ApplicationContext target = OnSqlite.open(back);
                Connection from = PostgresDatabase.connectAlone(url);
                Connection to = SqliteDatabase.connect(back)) {
            new Move(side("server", postgres(), from), side("back", target, to), target.getBean(ObjectMapper.class))
                    .run((table, rows, all) -> {});
            assertThat(told(OnSqlite.ports(target))).isEqualTo(before);
            getsTheNextNumber(OnSqlite.ports(target));
        }
    }

    /** After that of a city that is gone. */
    private static void getsTheNextNumber(Ports ports) {
        City next = ports.work().write(() -> ports.cities().add(CitySamples.city("Next", "DE", 1), null, AT));
        assertThat(next.id().value()).isEqualTo(CITIES + 3);
    }

    @Test
    void aMoveThatEndedAmidGoesOnWhereItWas() throws SQLException {
        fill();
        assertThatThrownBy(() -> move((table, rows, all) -> {
                    if (rows == 10_000) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        closePostgres();
        try (Connection to = PostgresDatabase.connectAlone(url)) {
            assertThat(Move.unfinished(to)).contains("file");
        }
        List<String> lines = new ArrayList<>();
        move((table, rows, all) -> lines.add(table + ' ' + rows + '/' + all));
        assertThat(lines).startsWith("city 11001/11001", "city_change 3/3");
        assertThat(told(OnSqlite.ports(postgres()))).isEqualTo(told(OnSqlite.ports(sqlite)));
        closePostgres();
        try (Connection to = PostgresDatabase.connectAlone(url)) {
            assertThat(Move.unfinished(to)).isEmpty();
        }
    }

    @Test
    void whatWasWrittenBetweenTwoAttemptsIsFound() throws SQLException {
        fill();
        assertThatThrownBy(() -> move((table, rows, all) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        Ports ports = OnSqlite.ports(sqlite);
        City first = ports.cities()
                .list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1))
                .get(0);
        ports.work().write(() -> {
            ports.cities().delete(first);
            return true;
        });
        assertThatThrownBy(() -> move((table, rows, all) -> {}))
                .isInstanceOf(Move.Impossible.class)
                .hasMessageContaining("city is not the same on both sides", "begin anew");
    }

    @Test
    void whatPeopleDidBetweenTwoAttemptsIsMovedToo() throws SQLException {
        fill();
        Ports ports = OnSqlite.ports(sqlite);
        ports.work().write(() -> {
            ports.users().save(ADA);
            return true;
        });
        assertThatThrownBy(() -> move((table, rows, all) -> {
                    if (table.equals("known_user")) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        ports.work().write(() -> {
            ports.users().save(ADA.with(Account.of(Role.ADMIN)));
            return true;
        });
        move((table, rows, all) -> {});
        assertThat(OnSqlite.ports(postgres()).users().find(ADA.id()))
                .isEqualTo(ports.users().find(ADA.id()));
    }

    @Test
    void aCityThatWasChangedBetweenTwoAttemptsIsToldAtOnce() throws SQLException {
        fill();
        assertThatThrownBy(() -> move((table, rows, all) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        Ports ports = OnSqlite.ports(sqlite);
        ports.work().write(() -> {
            City city = ports.cities().add(CitySamples.city("Late", "DE", 1), null, AT);
            ports.changes().append(Change.created(city, Actor.system()));
            return true;
        });
        assertThatThrownBy(() -> move((table, rows, all) -> {
                    throw new AssertionError("moved");
                }))
                .isInstanceOf(Move.Impossible.class)
                .hasMessageContaining("were changed since the move began");
    }

    @Test
    void aDatabaseThatFailsAmidTheMoveTellsNothingOfWhatIsMoved() throws SQLException {
        fill();
        Ports ports = OnSqlite.ports(sqlite);
        ports.work().write(() -> {
            ports.users().save(ADA);
            return true;
        });
        try (Connection beside = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            assertThatThrownBy(() -> move((table, rows, all) -> {
                        if (table.equals("city_change")) {
                            execute(beside, "ALTER TABLE known_user ADD CHECK (length(email) < 3)");
                        }
                    }))
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("ada", "example"));
        }
    }

    private static void execute(Connection connection, String sql) {
        try {
            OnSqlite.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRegisterIsNotMovedOntoAnother() throws SQLException {
        fill();
        Ports there = OnSqlite.ports(postgres());
        there.work().write(() -> there.cities().add(CitySamples.city("There", "DE", 1), null, AT));
        assertThatThrownBy(() -> move((table, rows, all) -> {}))
                .isInstanceOf(Move.Impossible.class)
                .hasMessageContaining("is not empty: the table city has 1 rows");
        assertThat(OnSqlite.ports(postgres()).cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(9)))
                .hasSize(1);
    }

    @Test
    void nobodyWritesToAServerThatIsMoved() throws SQLException {
        try (Connection alone = PostgresDatabase.connectAlone(url)) {
            assertThat(alone.isValid(1)).isTrue();
            Ports there = OnSqlite.ports(postgres());
            assertThatThrownBy(() ->
                            there.work().write(() -> there.cities().add(CitySamples.city("There", "DE", 1), null, AT)))
                    .isInstanceOf(Rejection.Unavailable.class);
        }
        assertThat(postgres()).isNotNull();
        assertThatThrownBy(() -> PostgresDatabase.connectAlone(url))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("is in use by another City API");
    }
}
