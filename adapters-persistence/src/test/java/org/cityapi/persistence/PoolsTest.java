package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.jdbc.DataSourceResolver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
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
