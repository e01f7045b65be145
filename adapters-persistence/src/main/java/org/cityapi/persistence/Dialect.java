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

    /** Whether the database is away, busy, full or damaged, so that the same statement may succeed later. */
    boolean isUnavailable(SQLException failure);

    /** Whether another row already has a value that only one may have. */
    boolean isDuplicate(SQLException failure);
}
