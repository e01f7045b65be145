package org.cityapi.persistence.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityapi.persistence.OnPostgres;
import org.cityapi.persistence.OnSqlite;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a migration adds is moved, too. */
class TableTest {

    private static final String COLUMNS_OF_SQLITE =
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                    + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'";
    private static final String COLUMNS_OF_POSTGRES = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = current_schema() AND is_generated = 'NEVER'";

    @TempDir
    Path folder;

    private static void hasTheseColumns(Connection connection, String sql) throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (String[] each : Sql.of(sql)
                .rows(row -> new String[] {row.getString(1), row.getString(2)})
                .run(connection)) {
            columns.computeIfAbsent(each[0], name -> new TreeSet<>()).add(each[1]);
        }
        columns.keySet()
                .removeIf(name -> name.startsWith("city_name")
                        || Set.of("city_token", "flyway_schema_history", "unfinished_move")
                                .contains(name));
        Map<String, Set<String>> moved = new TreeMap<>();
        Table.ALL.forEach(
                table -> moved.put(table.name(), new TreeSet<>(table.columns().keySet())));
        assertThat(columns).isEqualTo(moved);
    }

    @Test
    void allTablesAndColumnsOfAFileAreMoved() throws SQLException {
        Path file = folder.resolve("cities.db");
        try (ApplicationContext register = OnSqlite.open(file);
                Connection connection = SqliteDatabase.connect(file)) {
            assertThat(register.isRunning()).isTrue();
            hasTheseColumns(connection, COLUMNS_OF_SQLITE);
        }
    }

    @Test
    void allTablesAndColumnsOfAServerAreMoved() throws SQLException {
        PostgresUrl url = PostgresServer.newDatabase();
        try (Connection connection = PostgresDatabase.connectAlone(url);
                ApplicationContext register = OnPostgres.open(url)) {
            assertThat(register.isRunning()).isTrue();
            hasTheseColumns(connection, COLUMNS_OF_POSTGRES);
        }
    }
}
