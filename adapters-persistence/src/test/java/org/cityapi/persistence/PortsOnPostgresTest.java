package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import org.cityapi.domain.memory.PortContracts;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contracts of all ports on one PostgreSQL database, which is emptied before each test. */
class PortsOnPostgresTest extends PortContracts {

    private static ApplicationContext context;

    @BeforeAll
    static void open() {
        context = OnPostgres.open(PostgresServer.newDatabase());
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Override
    protected Ports emptied() {
        return OnPostgres.emptied(context);
    }
}
