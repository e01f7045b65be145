package org.cityapi.web.pages;

import java.time.Instant;

/** Tells what the register runs on, at the moment of asking; no place, no name of a file and nothing secret. */
@FunctionalInterface
public interface RunningParts {

    Now now();

    /** Whether a part that a register can do without is used, and there. */
    enum Reach {
        NONE,
        UP,
        DOWN
    }

    /**
     * What is so now.
     *
     * @param database the product and its version; empty where it does not answer
     * @param schema the version of the tables; empty where that is not known
     * @param redis what several nodes share
     * @param replica what is read from besides
     * @param data which cities filled the empty register, and which release they are of; empty for none
     * @param startedAt when this process began to serve
     */
    record Now(String database, String schema, Reach redis, Reach replica, String data, Instant startedAt) {}
}
