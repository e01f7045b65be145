package org.cityapi.persistence;

import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.util.function.Supplier;

/** Runs reads on another server than the usual one. */
public interface ReadsElsewhere {

    /** Whether a unit of work is open on this thread: what reads is read within it. */
    boolean isWithinWork();

    /** What reads outside of a unit of work within it is read there; within a unit of work that is open, nothing changes. */
    <T> T elsewhere(ConnectionOperations<Connection> pool, Supplier<T> reads);
}
