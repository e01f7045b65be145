package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One SQLite file for all tests of a class. */
abstract class SharedFile {

    static ApplicationContext context;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() {
        context = OnSqlite.open(folder.resolve("cities.db"));
    }

    @AfterAll
    static void close() {
        context.close();
    }
}
