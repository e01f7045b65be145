package org.cityapi.web;

import java.util.Set;

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

    /** All routes that it has, as {@link Routes#of} tells them. */
    Set<String> routes();

    @Override
    void close();
}
