package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cityapi.persistence.Statements;

/**
 * Takes the indexes of a table away while it is filled, and makes them again in the same transaction: to sort all keys
 * at once takes half the time of putting each in its place.
 *
 * @param definitions by name; without those that SQLite makes by itself for a unique column
 */
record IndexesLast(Map<String, String> definitions) {

    private static final String OF_TABLE =
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid";

    static IndexesLast of(Connection connection, String table) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_TABLE)) {
            statement.setString(1, table);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                definitions.put(rows.getString(1), rows.getString(2));
            }
        }
        return new IndexesLast(definitions);
    }

    <T> T run(Connection connection, Statements<T> statements) throws SQLException {
        try (Statement schema = connection.createStatement()) {
            for (String name : definitions.keySet()) {
                schema.execute("DROP INDEX " + name);
            }
            T result = statements.run(connection);
            for (String definition : definitions.values()) {
                schema.execute(definition);
            }
            return result;
        }
    }
}
