package org.cityapi.persistence.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.UnusableDatabase;
import org.cityapi.persistence.replica.Replica;
import org.jspecify.annotations.Nullable;

/** A register in a PostgreSQL database. */
public final class PostgresDatabase {

    static final String NAME = "postgres";

    static final int WRITERS = 1;

    static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    static final int EXPORTS = 2;

    /** The advisory lock of all who write ("City" in ASCII). */
    static final long LOCK = 0x43697479;

    /** Milliseconds that a read or a write waits for a connection. */
    private static final int CONNECTION_TIMEOUT = 800;

    /** Milliseconds that a write, whose turn has come here, waits for other nodes; less than {@link #SILENCE}. */
    static final int LOCK_TIMEOUT = 900;

    /** Milliseconds after which no start goes on: a server that is busy may keep its first connections waiting. */
    private static final int PATIENCE_OF_START = 15_000;

    /** Connections of registers. */
    private static final String REGISTERS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name IN ('city-api writer', 'city-api reader')";

    /** When the machine at the other end is gone without a word, the server notices within half a minute. */
    private static final String LOST_SOON =
            "; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    /** Milliseconds that who wants to write alone waits for the others. */
    private static final int LOCK_TIMEOUT_OF_ONE = 10_000;

    /** Milliseconds after which the server frees the lock of a node that began a write and is heard of no more. */
    private static final int LOST_AFTER = 10_000;

    /** Milliseconds after which the server gives up a statement that reads. */
    private static final int READ_TIMEOUT = 900;

    /**
     * Seconds without an answer after which a connection is given up: a network may drop packets in silence, and who
     * writes is read first.
     */
    private static final int SILENCE = 1;

    /**
     * What a session tells the server when it begins; in statements, for a pooler between them takes no options. The best
     * plan depends on the values: how often a name occurs, how far a page is.
     */
    private static final String SESSION = "SET plan_cache_mode = force_custom_plan; SET jit = off";

    static final String WRITER_SESSION = SESSION + "; SET idle_in_transaction_session_timeout = " + LOST_AFTER;

    private static final String READER_SESSION = SESSION + "; SET statement_timeout = " + READ_TIMEOUT;

    private PostgresDatabase() {}

    /**
     * Looks whether the register can live there.
     *
     * @throws org.cityapi.persistence.UnusableDatabase when it cannot, or when it cannot be reached
     */
    public static void check(PostgresUrl url) {
        ServerCheck.run(url);
    }

    /**
     * A connection of one's own, without limits of time, that keeps all others from writing as long as it is open. To be
     * called before the pools of this process are opened.
     *
     * @throws UnusableDatabase when registers are open on it, or somebody writes
     * @throws SQLException when it cannot be had
     */
    public static Connection connectAlone(PostgresUrl url) throws SQLException {
        Properties properties = url.login();
        properties.setProperty("ApplicationName", "city-api move");
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("reWriteBatchedInserts", "true");
        // Else a failure tells the values of all rows, secrets among them.
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(url.jdbc(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET jit = off; SET lock_timeout = " + LOCK_TIMEOUT_OF_ONE + LOST_SOON);
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            if (areRegistersThere(connection)) {
                throw new UnusableDatabase("in_use", url);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            if (PostgresDialect.LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new UnusableDatabase("written_to", url);
            }
            throw e;
        } catch (UnusableDatabase e) {
            connection.close();
            throw e;
        }
    }

    /** One that has just ended is waited for: the server takes its leave a moment later. */
    private static boolean areRegistersThere(Connection connection) throws SQLException {
        for (int looks = 30; looks > 0; looks--) {
            if (Sql.of(REGISTERS).number(connection) == 0) {
                return false;
            }
            LockSupport.parkNanos(100_000_000);
        }
        return true;
    }

    /** The settings with which Micronaut opens it: a pool of one that writes, and a pool of those that read. */
    public static Map<String, Object> properties(PostgresUrl url) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Dialect.PROPERTY, NAME);
        pool(properties, "writer", url, WRITERS, WRITER_SESSION);
        pool(properties, "reader", url, READERS + EXPORTS, READER_SESSION);
        String flyway = "flyway.datasources.migrations.";
        properties.put(
                flyway + "locations", "classpath:db/migration/postgres,classpath:org/cityapi/persistence/postgres");
        // On connections of its own: a migration may take longer than a write may wait.
        properties.put(flyway + "url", url.jdbc());
        login(properties, flyway + "user", url.user());
        login(properties, flyway + "password", url.password());
        return properties;
    }

    /** The settings of a pool of those that may read a moment ago, from a server that need not be there at the start. */
    public static Map<String, Object> replica(PostgresUrl url) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Replica.PROPERTY, url.toString());
        pool(properties, "replica", url, READERS, READER_SESSION);
        properties.put("datasources.replica.initialization-fail-timeout", -1);
        return properties;
    }

    private static void pool(Map<String, Object> properties, String name, PostgresUrl url, int size, String session) {
        String prefix = "datasources." + name + ".";
        properties.put(prefix + "url", url.jdbc());
        login(properties, prefix + "username", url.user());
        login(properties, prefix + "password", url.password());
        properties.put(prefix + "driver-class-name", "org.postgresql.Driver");
        properties.put(prefix + "pool-name", name);
        properties.put(prefix + "connection-init-sql", session);
        properties.put(prefix + "maximum-pool-size", size);
        properties.put(prefix + "minimum-idle", size);
        properties.put(prefix + "connection-timeout", CONNECTION_TIMEOUT);
        properties.put(prefix + "validation-timeout", CONNECTION_TIMEOUT / 2);
        properties.put(prefix + "initialization-fail-timeout", PATIENCE_OF_START);
        properties.put(prefix + "exception-override-class-name", Outdated.class.getName());
        driver(properties, name, "ApplicationName", "city-api " + name);
        driver(properties, name, "connectTimeout", "1");
        driver(properties, name, "socketTimeout", String.valueOf(SILENCE));
        driver(properties, name, "tcpKeepAlive", "true");
        // Texts fit columns of any type, JSON among them.
        driver(properties, name, "stringtype", "unspecified");
    }

    private static void login(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static void driver(Map<String, Object> properties, String pool, String property, String value) {
        properties.put("datasources." + pool + ".data-source-properties." + property, value);
    }
}
