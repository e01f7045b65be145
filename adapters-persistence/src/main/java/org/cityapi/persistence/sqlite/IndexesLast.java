package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cityapi.persistence.Dialect;

/** Takes the indexes of a table away while it is filled, and makes them again in the same transaction. */
final class IndexesLast {

    /** Without those that SQLite makes by itself for a unique column. */
    private static final String OF_TABLE =
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid";

    private IndexesLast() {}

    /** @return makes them again */
    static Dialect.Ending drop(Connection connection, String table) throws SQLException {
        Map<String, String> definitions = definitions(connection, table);
        execute(connection, definitions.keySet().stream().map(name -> "DROP INDEX " + name));
        return succeeded -> {
            if (succeeded) {
                execute(connection, definitions.values().stream());
            }
        };
    }

    private static Map<String, String> definitions(Connection connection, String table) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_TABLE)) {
            statement.setString(1, table);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                definitions.put(rows.getString(1), rows.getString(2));
            }
        }
        return definitions;
    }

    private static void execute(Connection connection, Stream<String> statements) throws SQLException {
        try (Statement schema = connection.createStatement()) {
            for (String each : statements.toList()) {
                schema.execute(each);
            }
        }
    }
}
