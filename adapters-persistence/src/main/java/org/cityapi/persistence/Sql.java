package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A piece of SQL that grows while it is put together, with the values of its parameters. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Reads what is wanted of the row on which a result stands. */
    @FunctionalInterface
    public interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** Looks at the row on which a result stands. */
    @FunctionalInterface
    public interface Look {

        void at(ResultSet row) throws SQLException;
    }

    public static Sql of(String text, @Nullable Object... values) {
        return new Sql().add(text, values);
    }

    /** Adds text, and the value of each parameter that stands in it. */
    public Sql add(String more, @Nullable Object... itsValues) {
        text.append(more);
        Collections.addAll(values, itsValues);
        return this;
    }

    /** Adds another piece, with its values. */
    public Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    /** Adds the text, followed by a list of the values. */
    public Sql addIn(String expression, Collection<?> these) {
        text.append(expression).append(" IN (").append(String.join(", ", Collections.nCopies(these.size(), "?")));
        text.append(')');
        values.addAll(these);
        return this;
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** All the rows that the statement gives. */
    public <T> Statements<List<T>> rows(Row<T> row) {
        return first(Integer.MAX_VALUE, row, any -> true);
    }

    /**
     * The first rows that are wanted; no more of the others are looked at than come before these. SQLite finds them one by
     * one as they are looked at; of PostgreSQL the driver has fetched all by then, so a statement that may give many should
     * say itself how many are wanted.
     */
    public <T> Statements<List<T>> first(int most, Row<T> row, Predicate<T> wanted) {
        return connection -> {
            try (PreparedStatement statement = prepare(connection)) {
                ResultSet result = statement.executeQuery();
                List<T> rows = new ArrayList<>();
                while (rows.size() < most && result.next()) {
                    T read = row.read(result);
                    if (wanted.test(read)) {
                        rows.add(read);
                    }
                }
                return rows;
            }
        };
    }

    /** Looks at one row after the other; SQLite finds them one by one, of PostgreSQL the driver has fetched all by then. */
    public Statements<Long> each(Look look) {
        return count(
                row -> {
                    look.at(row);
                    return true;
                },
                any -> true);
    }

    /** How many rows are wanted. */
    public <T> Statements<Long> count(Row<T> row, Predicate<T> wanted) {
        return connection -> {
            try (PreparedStatement statement = prepare(connection)) {
                ResultSet result = statement.executeQuery();
                long count = 0;
                while (result.next()) {
                    count += wanted.test(row.read(result)) ? 1 : 0;
                }
                return count;
            }
        };
    }

    /** The one row that the statement gives; empty when it gives none. */
    public <T> Statements<Optional<T>> row(Row<T> row) {
        return connection -> rows(row).run(connection).stream().findFirst();
    }

    /** Runs a statement that gives no rows; tells how many it changed. */
    Statements<Integer> change() {
        return connection -> {
            try (PreparedStatement statement = prepare(connection)) {
                return statement.executeUpdate();
            }
        };
    }

    /** The number that the statement gives; 0 when it gives no row. */
    public long number(Connection connection) throws SQLException {
        return row(result -> result.getLong(1)).run(connection).orElse(0L);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
