package org.cityapi.persistence.move;

import io.micronaut.serde.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.ToldFailure;

/**
 * Moves a register with all that it holds: cities with their ids and versions, the change log, users, sessions, API tokens,
 * sign-ins under way, idempotency keys, imports and their rows. What was moved is committed bit by bit, so that a move that ends early goes on
 * when it is begun again; at the end both sides are compared, value by value, by their digests.
 *
 * @param from where it is; nobody may write to it meanwhile
 * @param to where it goes, with nothing in it, or with what an earlier attempt has moved
 * @param json reads the log
 */
public record Move(Side from, Side to, ObjectMapper json) {

    /**
     * A database that takes part, on a connection of its own.
     *
     * @param place what the database is called, without a password
     */
    public record Side(String place, Connection connection, Dialect dialect, NameIndex names) {}

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {

        /** @param all how many rows the table has */
        void moved(String table, long rows, long all);

        /** What comes next, and may take as long as all that came before. */
        default void begins(String what) {}
    }

    /** A move that cannot be. */
    public static final class Impossible extends ToldFailure {

        private static final long serialVersionUID = 1;

        Impossible(String key, Object... values) {
            super(OF_DATABASES, "move." + key, values);
        }
    }

    /**
     * Moves all.
     *
     * @throws Impossible when the target holds a register already, when the source is itself half moved, or when the two
     *     differ at the end
     */
    public void run(Progress progress) throws SQLException {
        begin();
        for (Table table : Table.ALL) {
            copy(table, progress);
        }
        progress.begins("the index of names");
        inOne(() -> {
            to.names().rebuild(to.connection());
            for (Table table : Table.ALL) {
                if (table.isNumbered()) {
                    to.dialect().continueAfter(to.connection(), table.name(), lastNumber(table));
                }
            }
        });
        progress.begins("comparing both sides");
        compare();
        execute(to.connection(), "DELETE FROM unfinished_move");
    }

    /** Whether a move to this database has begun and not ended. */
    public static Optional<String> unfinished(Connection connection) throws SQLException {
        return Sql.of("SELECT source FROM unfinished_move")
                .row(row -> row.getString(1))
                .run(connection);
    }

    private void begin() throws SQLException {
        if (unfinished(from.connection()).isPresent()) {
            throw new Impossible("of_unfinished", from.place());
        }
        Optional<String> begun = unfinished(to.connection());
        if (begun.isPresent()) {
            goOn(begun.get());
            return;
        }
        for (Table table : Table.ALL) {
            if (table.count(to.connection()) > 0) {
                throw new Impossible("not_empty", to.place(), table.name(), table.count(to.connection()));
            }
        }
        try (PreparedStatement mark =
                to.connection().prepareStatement("INSERT INTO unfinished_move (source, changes) VALUES (?, ?)")) {
            mark.setString(1, from.place());
            mark.setLong(2, changes());
            mark.executeUpdate();
        }
    }

    /** Cities and changes stay; what people do without a change of a city is copied anew. */
    private void goOn(String begun) throws SQLException {
        if (!begun.equals(from.place())) {
            throw new Impossible("another", begun, to.place());
        }
        if (Sql.of("SELECT changes FROM unfinished_move").number(to.connection()) != changes()) {
            throw new Impossible("changed", from.place(), to.place());
        }
        inOne(() -> {
            for (Table table : Table.ALL) {
                if (!table.isNumbered()) {
                    execute(to.connection(), "DELETE FROM " + table.name());
                }
            }
        });
    }

    private long changes() throws SQLException {
        return from.dialect().lastNumber(from.connection(), "city_change");
    }

    private void copy(Table table, Progress progress) throws SQLException {
        long all = table.count(from.connection());
        long moved = table.count(to.connection());
        List<Object> last = table.last(to.connection());
        for (var rows = table.after(from.connection(), last); !rows.isEmpty(); ) {
            List<List<Object>> these = rows;
            inOne(() -> table.insert(to.connection(), these));
            moved += rows.size();
            progress.moved(table.name(), moved, all);
            rows = table.after(from.connection(), table.key(rows.get(rows.size() - 1)));
        }
    }

    /** The last number that was given, be it to a row that is gone. */
    private long lastNumber(Table table) throws SQLException {
        return from.dialect().lastNumber(from.connection(), table.name());
    }

    private void compare() throws SQLException {
        for (Table table : Table.ALL) {
            String there = Digest.of(table, from.connection(), json);
            String here = Digest.of(table, to.connection(), json);
            if (!Objects.equals(there, here)) {
                throw new Impossible("differs", table.name(), there, here, to.place());
            }
        }
    }

    private interface Work {

        void run() throws SQLException;
    }

    private void inOne(Work work) throws SQLException {
        Connection connection = to.connection();
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
