package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;

/** What differs between the databases that can stand behind the adapters; one bean, that of the database in use. */
public interface Dialect {

    /** The property that names the database in use. */
    String PROPERTY = "city-api.database";

    /** How many transactions may write at a time: the connections of the pool {@code writer}. */
    int writers();

    /** How many searches may run at a time: fewer than the pool {@code reader} has connections, for others read, too. */
    int searches();

    /** How many exports may run at a time: each has a connection of the pool {@code reader} that others need not spare. */
    int exports();

    /** Whether every write waits for the one before, be it to other tables. */
    boolean takesOneWriteAtATime();

    /**
     * The statement that begins a transaction which may write.
     *
     * @param patience milliseconds, 1 at least, that it may wait for others; a database may have a limit of its own
     */
    String beginWrite(long patience);

    /** The statement that begins a transaction which reads one state of the database throughout. */
    String beginRead();

    /**
     * What a statement selects from that looks up, for each row of a small table, rows of a large one by an index: never the
     * other way round, whatever the database expects of the small one. Further conditions may follow.
     *
     * @param condition of both tables, such as an index of the large one knows
     */
    String lookups(String small, String large, String condition);

    /**
     * Makes ready for many writes in the transaction that is open, which may take minutes.
     *
     * @param isEmpty whether there is no city yet
     * @return to be run when they are done
     */
    Ending manyWrites(Connection connection, boolean isEmpty) throws SQLException;

    /** What is done after many writes. */
    @FunctionalInterface
    interface Ending {

        /** @param succeeded whether all was written; else the transaction will be taken back */
        void run(boolean succeeded) throws SQLException;
    }

    /**
     * Puts rows into a table in the way that is fastest here.
     *
     * @throws DuplicateRow when a row has a value that only one may have, and none of them is in the table
     * @throws SQLException {@link #isDuplicate} of the same, when those before that row are in the table
     */
    default void insert(Connection connection, Rows rows) throws SQLException {
        rows.insert(connection);
    }

    /**
     * So many numbers for the next rows of a table, each higher than the last.
     *
     * @param waiting how many that were asked for before are not inserted yet
     */
    long[] nextNumbers(Connection connection, String table, int waiting, int count) throws SQLException;

    /** The last number that the database gave to a row of a table, be that gone; 0 when it gave none. */
    long lastNumber(Connection connection, String table) throws SQLException;

    /** Lets the database number the rows of a table after that number, which is 0 or the highest in it or higher. */
    void continueAfter(Connection connection, String table, long number) throws SQLException;

    /** What it means to whoever asked that a statement fails: a mistake of this program, unless the database is away or busy. */
    default RuntimeException refusal(SQLException failure) {
        Dependency needed = isHeld(failure) ? Dependency.WRITER : Dependency.STORE;
        return isUnavailable(failure) ? new Rejection.Unavailable(needed, failure) : new IllegalStateException(failure);
    }

    /** Whether the database is away, busy, full or damaged, so that the same statement may succeed later. */
    boolean isUnavailable(SQLException failure);

    /** Whether that is because others hold a lock. */
    boolean isHeld(SQLException failure);

    /** Whether the connection broke, so that nobody hears what became of the statement. */
    boolean isBroken(SQLException failure);

    /** Whether another row already has a value that only one may have. */
    boolean isDuplicate(SQLException failure);
}
