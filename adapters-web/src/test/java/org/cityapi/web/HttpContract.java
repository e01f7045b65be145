package org.cityapi.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a register that runs must do, whatever stands behind the door: a client speaks to it over HTTP. */
public abstract class HttpContract {

    /** Speaks to the register of this test. */
    protected Client app;

    /** A register that runs and holds no city; the next city gets the id 1. */
    protected abstract RunningRegister start();

    @BeforeEach
    protected void connect() {
        app = new Client(start());
    }

    @AfterEach
    protected void stop() {
        app.close();
    }
}
