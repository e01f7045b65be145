package org.cityapi.persistence.sqlite;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A register in one SQLite file. */
public final class SqliteDatabase {

    private static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /** Milliseconds; what waits longer is refused rather than kept hanging. */
    private static final int CONNECTION_TIMEOUT = 1_500;

    /** Milliseconds that a write waits for another process. */
    private static final int BUSY_TIMEOUT = 1_500;

    private SqliteDatabase() {}

    /** The settings with which Micronaut opens this file. */
    public static Map<String, Object> properties(Path file) {
        Map<String, Object> properties = new HashMap<>();
        pool(
                properties,
                "writer",
                file,
                1,
                Map.of(
                        "journal_mode", "WAL",
                        "synchronous", "FULL",
                        "foreign_keys", "true",
                        "transaction_mode", "IMMEDIATE",
                        "journal_size_limit", "16777216",
                        "cache_size", "-65536"));
        pool(properties, "reader", file, READERS, Map.of("cache_size", "-8192"));
        properties.put("datasources.reader.connection-init-sql", "PRAGMA query_only = on");
        properties.put("flyway.datasources.writer.locations", "classpath:db/migration/sqlite");
        return properties;
    }

    /**
     * Makes the folder of the file where it is missing, and looks whether the register can live in the file.
     *
     * @throws UnusableFile when it cannot; the file is untouched then
     */
    public static void check(Path file) {
        FileCheck.run(file);
    }

    private static void pool(
            Map<String, Object> properties, String name, Path file, int size, Map<String, String> pragmas) {
        String prefix = "datasources." + name + ".";
        properties.put(prefix + "url", "jdbc:sqlite:" + file.toAbsolutePath().toUri());
        properties.put(prefix + "driver-class-name", "org.sqlite.JDBC");
        properties.put(prefix + "maximum-pool-size", size);
        properties.put(prefix + "minimum-idle", size);
        properties.put(prefix + "connection-timeout", CONNECTION_TIMEOUT);
        properties.put(prefix + "max-lifetime", 0);
        properties.put(prefix + "data-source-properties.busy_timeout", BUSY_TIMEOUT);
        pragmas.forEach((pragma, value) -> properties.put(prefix + "data-source-properties." + pragma, value));
    }
}
