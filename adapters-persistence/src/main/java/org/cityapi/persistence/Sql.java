package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A piece of SQL that grows while it is put together, with the values of its parameters. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds text, and the value of each parameter that stands in it. */
    Sql add(String more, Object... itsValues) {
        text.append(more);
        Collections.addAll(values, itsValues);
        return this;
    }

    /** Adds the text, followed by a list of the values. */
    Sql addIn(String expression, Collection<?> these) {
        text.append(expression).append(" IN (").append(String.join(", ", Collections.nCopies(these.size(), "?")));
        text.append(')');
        values.addAll(these);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** The number that the statement gives; 0 when it gives no row. */
    long number(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
