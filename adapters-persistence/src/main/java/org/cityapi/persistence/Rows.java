package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are put into a table at once.
 *
 * @param columns their names
 * @param values of each row, in the order of the columns: numbers, texts and bytes
 */
public record Rows(String table, List<String> columns, List<@Nullable Object[]> values) {

    /** The table and its columns, as a statement names them. */
    public String target() {
        return table + " (" + String.join(", ", columns) + ")";
    }

    /** Inserts them one after the other; those before one that is refused are in the table then. */
    void insert(Connection connection) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + target() + " VALUES (" + marks + ")")) {
            for (Object[] row : values) {
                int place = 1;
                for (Object value : row) {
                    statement.setObject(place++, value);
                }
                // SQLite's driver looks after each statement of its own whether a transaction is open.
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
