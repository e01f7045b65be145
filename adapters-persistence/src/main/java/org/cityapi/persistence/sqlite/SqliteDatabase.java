package org.cityapi.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.UnusableDatabase;
import org.sqlite.SQLiteOpenMode;

/** A register in one SQLite file. */
public final class SqliteDatabase {

    static final String NAME = "sqlite";

    static final int WRITERS = 1;

    static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    static final int EXPORTS = 2;

    /** Milliseconds that a read waits for a connection. */
    private static final int CONNECTION_TIMEOUT = 1_000;

    /** Milliseconds that a write, whose turn has come, waits for another process. */
    private static final int BUSY_TIMEOUT = 900;

    /** KiB, as SQLite reads a negative number: the inner pages of all indexes find room. */
    static final String CACHE = "-16384";

    /** KiB while many cities are written: their indexes are changed all over. */
    static final String LARGE_CACHE = "-131072";

    /** Without locks of SQLite's own round each call: one thread at a time has a connection, and the driver sees to that, too. */
    private static final String OPEN_MODE = String.valueOf(SQLiteOpenMode.READWRITE.flag
            | SQLiteOpenMode.CREATE.flag
            | SQLiteOpenMode.OPEN_URI.flag
            | SQLiteOpenMode.NOMUTEX.flag);

    private SqliteDatabase() {}

    /**
     * Makes the folder of the file where it is missing, and looks whether the register can live in the file.
     *
     * @throws UnusableDatabase when it cannot; the file is untouched then
     */
    public static void check(Path file) {
        FileCheck.run(file);
    }

    /**
     * Keeps other registers off the file until this process ends.
     *
     * @throws UnusableDatabase when another one has it
     */
    public static void claim(Path file) {
        Claim.on(file);
    }

    /** A connection of one's own, for one who has claimed the file. */
    public static Connection connect(Path file) throws SQLException {
        Properties pragmas = new Properties();
        pragmas.setProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT));
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("cache_size", "-65536");
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        return DriverManager.getConnection(url(file), pragmas);
    }

    private static String url(Path file) {
        // As a URI, in which every character that a path may hold is written safely.
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
    }

    /** The settings with which Micronaut opens this file: a pool of one that writes, and a pool of those that read. */
    public static Map<String, Object> properties(Path file) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Dialect.PROPERTY, NAME);
        pool(properties, "writer", file, WRITERS);
        pool(properties, "reader", file, READERS + EXPORTS);
        properties.put("datasources.reader.connection-init-sql", "PRAGMA query_only = on");
        // Readers are not blocked by the writer, and see what is committed.
        pragma(properties, "writer", "journal_mode", "WAL");
        // A commit is on the disk before it is answered: WAL alone may lose the last ones when the power fails.
        pragma(properties, "writer", "synchronous", "FULL");
        // For Flyway, whose migrations begin as JDBC does: two processes that start together migrate one by one.
        pragma(properties, "writer", "transaction_mode", "IMMEDIATE");
        // After a load the log would keep the size of the whole register.
        pragma(properties, "writer", "journal_size_limit", "16777216");
        pragma(properties, "writer", "foreign_keys", "true");
        // Statements here say RETURNING; the driver would run a query after each write to find the key.
        pragma(properties, "writer", "jdbc.get_generated_keys", "false");
        properties.put(
                "flyway.datasources.writer.locations",
                "classpath:db/migration/sqlite,classpath:org/cityapi/persistence/sqlite");
        return properties;
    }

    private static void pool(Map<String, Object> properties, String name, Path file, int size) {
        String prefix = "datasources." + name + ".";
        properties.put(prefix + "url", url(file));
        properties.put(prefix + "driver-class-name", "org.sqlite.JDBC");
        properties.put(prefix + "pool-name", name);
        properties.put(prefix + "maximum-pool-size", size);
        properties.put(prefix + "minimum-idle", size);
        properties.put(prefix + "connection-timeout", CONNECTION_TIMEOUT);
        // A connection to a file does not age.
        properties.put(prefix + "max-lifetime", 0);
        pragma(properties, name, "busy_timeout", String.valueOf(BUSY_TIMEOUT));
        pragma(properties, name, "cache_size", CACHE);
        pragma(properties, name, "open_mode", OPEN_MODE);
    }

    private static void pragma(Map<String, Object> properties, String pool, String pragma, String value) {
        properties.put("datasources." + pool + ".data-source-properties." + pragma, value);
    }
}
