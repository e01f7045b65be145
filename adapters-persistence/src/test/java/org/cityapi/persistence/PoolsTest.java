package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.jdbc.DataSourceResolver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;

/** The settings that are in force on the connections, whatever was asked for. */
class PoolsTest extends SharedFile {

    private static final String FULL = "2";

    @Test
    void theWriterIsOneAndItsCommitsAreOnTheDisk() throws SQLException {
        HikariDataSource writer = pool("writer");
        assertThat(writer.getMaximumPoolSize()).isEqualTo(1);
        try (Connection connection = writer.getConnection()) {
            assertThat(OnSqlite.value(connection, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(OnSqlite.value(connection, "PRAGMA synchronous")).isEqualTo(FULL);
            assertThat(OnSqlite.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(OnSqlite.value(connection, "PRAGMA query_only")).isEqualTo("0");
            assertThat(OnSqlite.value(connection, "PRAGMA journal_size_limit")).isEqualTo("16777216");
            assertThat(busyMilliseconds(connection)).isBetween(500, 2_000);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    /** What a connection has grown for all names at once costs each commit on it. */
    @Test
    void afterALoadTheWriterHasANewConnection() throws SQLException {
        Ports ports = OnSqlite.ports(context);
        Connection before = raw();
        ports.work().write(() -> empty(ports.cities()));
        assertThat(raw()).isSameAs(before);
        ports.work().write(() -> ports.addAll(List.of(named("Lyon")), Instant.EPOCH));
        assertThat(raw()).isNotSameAs(before);
        ports.work().write(() -> empty(ports.cities()));
    }

    private static boolean empty(CityRepository cities) {
        cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(9)).forEach(cities::delete);
        return cities.isEmpty();
    }

    private Connection raw() throws SQLException {
        try (Connection connection = pool("writer").getConnection()) {
            return connection.unwrap(Connection.class);
        }
    }

    @Test
    void everyReaderMayOnlyRead() throws SQLException {
        HikariDataSource readers = pool("reader");
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < readers.getMaximumPoolSize(); i++) {
                all.add(readers.getConnection());
            }
            assertThat(all).hasSizeGreaterThanOrEqualTo(4);
            for (Connection reader : all) {
                // Which mode the file is in, a connection knows once it has read in it.
                assertThat(OnSqlite.value(reader, "SELECT count(*) FROM city")).isEqualTo("0");
                assertThat(OnSqlite.value(reader, "PRAGMA journal_mode")).isEqualTo("wal");
                assertThat(OnSqlite.value(reader, "PRAGMA query_only")).isEqualTo("1");
                assertThat(busyMilliseconds(reader)).isBetween(500, 2_000);
                assertThatThrownBy(() -> OnSqlite.execute(reader, "DELETE FROM city"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("readonly");
            }
        } finally {
            for (Connection reader : all) {
                reader.close();
            }
        }
    }

    private static HikariDataSource pool(String name) {
        DataSource source = context.getBean(DataSource.class, Qualifiers.byName(name));
        return (HikariDataSource) context.getBean(DataSourceResolver.class).resolve(source);
    }

    private static int busyMilliseconds(Connection connection) throws SQLException {
        return Integer.parseInt(OnSqlite.value(connection, "PRAGMA busy_timeout"));
    }
}
