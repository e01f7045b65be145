package org.cityapi.persistence.postgres;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.Rows;
import org.cityapi.persistence.Sql;

/** PostgreSQL's statements and states (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
@Singleton
@Requires(property = Dialect.PROPERTY, value = PostgresDatabase.NAME)
final class PostgresDialect implements Dialect {

    /** Lost connections, want of resources, the operator's doing, failures of the system, a server that only reads. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58", "XX");

    static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Set<String> UNAVAILABLE = Set.of(
            "25P03", // idle_in_transaction_session_timeout
            "25006", // read_only_sql_transaction: a standby after a failover
            "40001", // serialization_failure
            "40P01", // deadlock_detected
            LOCK_NOT_AVAILABLE);

    /** Milliseconds that the server may be silent at amid many writes; building the indexes of a whole register takes longest. */
    private static final int SILENCE = 300_000;

    /**
     * Milliseconds that whoever fills a register waits for the server's own upkeep of a table. It gives way to who has waited for
     * {@code deadlock_timeout}, a second as a rule.
     */
    private static final int UPKEEP = 10_000;

    /** admin_shutdown, crash_shutdown: the server ends the connection. */
    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02");

    private static final String DUPLICATE = "23505";

    /** All nodes write one by one, so more connections would only wait for each other. */
    @Override
    public int writers() {
        return PostgresDatabase.WRITERS;
    }

    @Override
    public boolean takesOneWriteAtATime() {
        return false;
    }

    @Override
    public int searches() {
        return PostgresDatabase.READERS / 2;
    }

    @Override
    public int exports() {
        return PostgresDatabase.EXPORTS;
    }

    /**
     * Takes the one lock of all writers, on this node and on others: so the change log has no gaps that are filled later,
     * and what is counted before a write still holds at its end. Afterwards each statement sees what they have written.
     */
    @Override
    public String beginWrite(long patience) {
        return "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = "
                + Math.min(patience, PostgresDatabase.LOCK_TIMEOUT) + "; SELECT pg_advisory_xact_lock("
                + PostgresDatabase.LOCK + ")";
    }

    @Override
    public String beginRead() {
        return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    }

    /** What a lateral query reads depends on a row of the other table, and with an offset it stays a query of its own. */
    @Override
    public String lookups(String small, String large, String condition) {
        return small + " CROSS JOIN LATERAL (SELECT * FROM " + large + " WHERE " + condition + " OFFSET 0) AS " + large
                + " WHERE 1 = 1";
    }

    /**
     * The server may be silent for longer than at a single write, which the pool sets back; and need not plan anew each of
     * thousands of statements that are alike, but for those that were planned for another size of the table.
     */
    @Override
    public Ending manyWrites(Connection connection, boolean isEmpty) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, SILENCE);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD PLANS; SET LOCAL plan_cache_mode = auto");
            if (isEmpty) {
                statement.execute("SET LOCAL lock_timeout = " + UPKEEP);
            }
        }
        return succeeded -> {};
    }

    @Override
    public void insert(Connection connection, Rows rows) throws SQLException {
        CopyText.insert(connection, rows, this);
    }

    @Override
    public long[] nextNumbers(Connection connection, String table, int waiting, int count) throws SQLException {
        return Sql.of("SELECT nextval(?::regclass) FROM generate_series(1, ?)", sequence(connection, table), count)
                .rows(row -> row.getLong(1))
                .run(connection)
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    @Override
    public long lastNumber(Connection connection, String table) throws SQLException {
        return Sql.of("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM " + sequence(connection, table))
                .number(connection);
    }

    @Override
    public void continueAfter(Connection connection, String table, long number) throws SQLException {
        String sequence = sequence(connection, table);
        Sql.of("SELECT setval(?::regclass, ?, ?)", sequence, Math.max(number, 1), number > 0)
                .number(connection);
    }

    /** The name as it is written in statements. */
    private static String sequence(Connection connection, String table) throws SQLException {
        String columns = "SELECT pg_get_serial_sequence(attrelid::regclass::text, attname) FROM pg_attribute"
                + " WHERE attrelid = ?::regclass AND attidentity <> ''";
        return Sql.of(columns, table)
                .row(row -> row.getString(1))
                .run(connection)
                .orElseThrow();
    }

    @Override
    public boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && state.length() == 5
                && (UNAVAILABLE.contains(state) || UNAVAILABLE_CLASSES.contains(state.substring(0, 2)));
    }

    @Override
    public boolean isHeld(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    @Override
    public boolean isBroken(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || SHUTDOWNS.contains(state));
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return DUPLICATE.equals(failure.getSQLState());
    }
}
