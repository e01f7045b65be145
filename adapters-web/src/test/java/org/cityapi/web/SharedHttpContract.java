package org.cityapi.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** As {@link HttpContract}, with one register for all tests of a class: they read, are refused, or write what is their own alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SharedHttpContract {

    /** Speaks to the register of these tests. */
    protected Client app;

    /** A register that runs and holds no city; the next city gets the id 1. */
    protected abstract RunningRegister start();

    @BeforeAll
    protected void connect() {
        app = new Client(start());
    }

    @AfterAll
    protected void stop() {
        app.close();
    }
}
