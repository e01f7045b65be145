package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements on a connection. */
@FunctionalInterface
public interface Statements<T> {

    T run(Connection connection) throws SQLException;
}
