package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An SQLite file for each test, and the ports on it. */
abstract class OwnFile {

    static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    Path file;
    ApplicationContext context;
    Ports ports;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("cities.db");
        context = OnSqlite.open(file);
        ports = OnSqlite.ports(context);
    }

    @AfterEach
    void close() {
        context.close();
    }
}
