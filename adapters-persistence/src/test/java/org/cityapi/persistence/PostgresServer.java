package org.cityapi.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL server for all tests of a process: the one at {@code TEST_DATABASE_URL}, whose user may make
 * databases; else a container, where Docker answers; else one of this process, which runs as root, too.
 */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable String address;

    private PostgresServer() {}

    /** A database with nothing in it. */
    public static PostgresUrl newDatabase() {
        PostgresUrl server = PostgresUrl.of(address());
        String name = "cities_" + ProcessHandle.current().pid() + '_' + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.jdbc(), server.user(), server.password())) {
            // In template0, which has no objects of somebody else's.
            OnSqlite.execute(connection, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException("No database can be made for tests", e);
        }
        return new PostgresUrl(
                server.jdbc().replaceFirst("/[^/?]+($|\\?)", "/" + name + "$1"), server.user(), server.password());
    }

    /** The same as a value of the setting {@code DATABASE_URL}. */
    public static String newAddress() {
        PostgresUrl url = newDatabase();
        String login = url.password() == null ? url.user() : url.user() + ':' + url.password();
        return url.jdbc().replaceFirst("jdbc:postgresql://", "postgres://" + login + '@');
    }

    private static synchronized String address() {
        if (address == null) {
            String given = System.getenv("TEST_DATABASE_URL");
            address = given != null ? given : isDockerThere() ? container() : embedded();
        }
        return address;
    }

    private static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static String container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
        container.start();
        return "postgres://" + container.getUsername() + ':' + container.getPassword() + '@' + container.getHost() + ':'
                + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + '/' + container.getDatabaseName();
    }

    /** It ends with this process. */
    private static String embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .start();
            return "postgres://postgres@localhost:" + server.getPort() + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}
