package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.cityapi.domain.memory.PortContracts;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of all ports on one SQLite file, which is emptied before each test. */
class PortsOnSqliteTest extends PortContracts {

    private static ApplicationContext context;

    @BeforeAll
    static void open(@TempDir Path folder) {
        context = OnSqlite.open(folder.resolve("cities.db"));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Override
    protected Ports emptied() {
        return OnSqlite.emptied(context);
    }
}
