package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of names that does not agree with the cities spoils no search, and is made anew where an older program filled it. */
class NamesWithoutCitiesTest {

    private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aNameWithoutACityIsPassedOver() throws SQLException {
        Path file = folder.resolve("cities.db");
        try (var context = OnSqlite.open(file)) {
            Ports ports = OnSqlite.ports(context);
            add(ports, "Uvwville");
            add(ports, "Uvwville");
            deleteTheFirstCity(file);
            assertThat(ports.search().find(query("uvwv"), Scroll.first(9))).hasSize(1);
            assertThat(ports.search().typos(query("uvwvilel"), 9)).hasSize(1);
        }
    }

    @Test
    void theIndexOfAnOlderProgramIsMadeAnew() throws SQLException {
        Path file = folder.resolve("cities.db");
        try (var context = OnSqlite.open(file)) {
            add(OnSqlite.ports(context), "Uvwville");
            add(OnSqlite.ports(context), "Uvwville");
            add(OnSqlite.ports(context), "龍ヶ崎");
        }
        try (Connection connection = OnSqlite.connect(file, "writer")) {
            OnSqlite.execute(connection, "DELETE FROM flyway_schema_history WHERE version = '15'");
            OnSqlite.execute(connection, "INSERT INTO city_name (city_name) VALUES ('delete-all')");
            OnSqlite.execute(connection, "INSERT INTO city_name (rowid, tokens) VALUES (1, 'old')");
        }
        deleteTheFirstCity(file);
        try (var context = OnSqlite.open(file)) {
            Ports ports = OnSqlite.ports(context);
            assertThat(ports.search().count(query("uvwv"))).isEqualTo(1);
            assertThat(ports.search().count(query("龍ケ"))).isEqualTo(1);
        }
    }

    @Test
    void theIndexOfAnOlderProgramIsMadeAnewOnPostgresql() throws SQLException {
        PostgresUrl url = PostgresServer.newDatabase();
        try (var context = OnPostgres.open(url)) {
            add(OnSqlite.ports(context), "Uvwville");
            add(OnSqlite.ports(context), "龍ヶ崎");
        }
        try (Connection operator = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            OnSqlite.execute(operator, "DELETE FROM flyway_schema_history WHERE version = '11'");
            OnSqlite.execute(operator, "UPDATE city_name SET lexemes = 'old'");
            OnSqlite.execute(operator, "DELETE FROM city_token");
        }
        try (var context = OnPostgres.open(url)) {
            Ports ports = OnSqlite.ports(context);
            assertThat(ports.search().count(query("uvwv"))).isEqualTo(1);
            assertThat(ports.search().count(query("龍ケ"))).isEqualTo(1);
            assertThat(ports.search().typos(query("uvwvilel"), 9)).hasSize(1);
        }
    }

    @Test
    void whereNoIdIsLeftNothingIsAdded() throws SQLException {
        Path file = folder.resolve("cities.db");
        try (var context = OnSqlite.open(file)) {
            Ports ports = OnSqlite.ports(context);
            add(ports, "Uvwville");
            try (Connection connection = OnSqlite.connect(file, "writer")) {
                OnSqlite.execute(connection, "UPDATE sqlite_sequence SET seq = 67108862 WHERE name = 'city'");
            }
            add(ports, "Uvwham");
            assertThatThrownBy(() -> add(ports, "Uvwbury")).isInstanceOf(Rejection.Unavailable.class);
            assertThat(ports.search().find(query("uvw"), Scroll.first(9)))
                    .extracting(hit -> hit.city().id().value())
                    .containsExactly(1L, 67_108_863L);
            assertThat(ports.search().count(query("uvw"))).isEqualTo(2);
        }
    }

    private static void deleteTheFirstCity(Path file) throws SQLException {
        try (Connection connection = OnSqlite.connect(file, "writer")) {
            OnSqlite.execute(connection, "DELETE FROM city WHERE id = 1");
        }
    }

    private static void add(Ports ports, String name) {
        ports.work().write(() -> ports.cities().add(CitySamples.named(name), null, AT));
    }

    private static CityQuery query(String text) {
        return new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
    }
}
