package org.cityapi.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL server for all tests of a process: the one at {@code TEST_DATABASE_URL}, whose user may make
 * databases; else a container, where Docker answers; else one of this process, which runs as root, too.
 */
public final class PostgresServer {

    private static final List<String> MADE = new CopyOnWriteArrayList<>();
    private static @Nullable String address;
    private static @Nullable String template;

    private PostgresServer() {}

    /** The address of a database that a register was opened on before, and that holds nothing; quicker to be had. */
    public static synchronized String newEmptyRegister() {
        PostgresUrl server = PostgresUrl.of(address());
        if (template == null) {
            PostgresUrl made = newDatabase();
            OnPostgres.open(made).close();
            template = made.jdbc().replaceFirst(".*/([^/?]+).*", "$1");
        }
        String name = "cities_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "CREATE DATABASE " + name + " TEMPLATE " + template);
        MADE.add(name);
        return address(named(server, name));
    }

    /** A database with nothing in it; it is dropped when this process ends. */
    public static PostgresUrl newDatabase() {
        return newDatabase("cities", "ENCODING 'UTF8'");
    }

    /**
     * A database that is dropped when this process ends.
     *
     * @param kind what its name begins with
     */
    static PostgresUrl newDatabase(String kind, String options) {
        PostgresUrl server = PostgresUrl.of(address());
        String name = kind + '_' + UUID.randomUUID().toString().replace("-", "");
        // In template0, which has no objects of somebody else's.
        execute(server, "CREATE DATABASE " + name + " TEMPLATE template0 " + options);
        MADE.add(name);
        return named(server, name);
    }

    /** Another database of the same server. */
    static PostgresUrl named(PostgresUrl url, String name) {
        return new PostgresUrl(
                url.jdbc().replaceFirst("/[^/?]+($|\\?)", "/" + Matcher.quoteReplacement(name) + "$1"),
                url.user(),
                url.password());
    }

    private static void execute(PostgresUrl server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbc(), server.user(), server.password())) {
            OnSqlite.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The server for tests refuses: " + sql, e);
        }
    }

    /** The same as {@link #newDatabase} as a value of the setting {@code DATABASE_URL}. */
    public static String newAddress() {
        return address(newDatabase());
    }

    /** As a value of the setting {@code DATABASE_URL}. */
    static String address(PostgresUrl url) {
        String login = encoded(url.user()) + (url.password() == null ? "" : ':' + encoded(url.password()));
        return url.jdbc().replaceFirst("jdbc:postgresql://", "postgres://" + Matcher.quoteReplacement(login) + '@');
    }

    private static String encoded(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static synchronized String address() {
        if (address == null) {
            String given = System.getenv("TEST_DATABASE_URL");
            address = given != null ? given : isDockerThere() ? container() : embedded();
            if (given != null) {
                Runtime.getRuntime().addShutdownHook(new Thread(PostgresServer::drop));
            }
        }
        return address;
    }

    /** The other servers end with this process, and all that is in them. */
    private static void drop() {
        PostgresUrl server = PostgresUrl.of(address());
        MADE.forEach(name -> execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    /** Drops a database, as somebody else would, with all connections to it. */
    public static void drop(String address) {
        String name = PostgresUrl.of(address).jdbc().replaceFirst(".*/([^/?]+).*", "$1");
        execute(PostgresUrl.of(address()), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static String container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
        container.start();
        return "postgres://" + encoded(container.getUsername()) + ':' + encoded(container.getPassword()) + '@'
                + container.getHost() + ':'
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
