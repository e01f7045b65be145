package org.cityapi.web;

/** A register to test, and the people who may call it. */
public interface RunningRegister extends AutoCloseable {

    /** The port on the loopback address where it listens. */
    int port();

    /**
     * The value of {@code Authorization} that proves a caller.
     *
     * @param role viewer, editor or admin
     */
    String proof(String role);

    @Override
    void close();
}
