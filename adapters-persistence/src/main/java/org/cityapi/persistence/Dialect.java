package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;
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

    /**
     * The statement that begins a transaction which may write.
     *
     * @param patience milliseconds, 1 at least, that it may wait for others; a database may have a limit of its own
     */
    String beginWrite(long patience);

    /** The statement that begins a transaction which reads one state of the database throughout. */
    String beginRead();

    /**
     * Puts cities into the table {@code city}, which is empty, in the way that is fastest here.
     *
     * @return their number
     * @throws Rejection.Taken when two of them have the same {@code geonameId}
     */
    long fill(Connection connection, CityLoad load) throws SQLException;

    /** The last number that the database gave to a row of a table, be that gone; 0 when it gave none. */
    long lastNumber(Connection connection, String table) throws SQLException;

    /** Lets the database number the rows of a table after that number, which is 0 or the highest in it or higher. */
    void continueAfter(Connection connection, String table, long number) throws SQLException;

    /** Whether the database is away, busy, full or damaged, so that the same statement may succeed later. */
    boolean isUnavailable(SQLException failure);

    /** Whether another row already has a value that only one may have. */
    boolean isDuplicate(SQLException failure);
}
