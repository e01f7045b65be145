package org.cityapi.persistence;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * A real Redis server for all tests of a process: the one at {@code TEST_REDIS_URL}, of which databases are emptied; else a
 * container, where Docker answers; else one of this process.
 */
public final class RedisServer {

    /** As many databases as a server has as a rule. */
    private static final int DATABASES = 16;

    private static final int PORT = 6379;

    /** The nodes of a cluster speak to each other on a port that is so much higher. */
    private static final int CLUSTER_BUS = 10_000;

    private static final int MAX_PORT = 65_535;

    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static @Nullable String address;

    private RedisServer() {}

    /** A database with nothing in it, as a value of the setting {@code REDIS_URL}. */
    public static String newAddress() {
        String database = address() + '/' + TAKEN.getAndIncrement() % DATABASES;
        on(database, connection -> connection.sync().flushdb());
        return database;
    }

    /** Does something with a database as somebody else would. */
    public static void on(String database, Consumer<StatefulRedisConnection<String, String>> work) {
        try (RedisClient client = RedisClient.create(database);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            work.accept(connection);
        }
    }

    private static synchronized String address() {
        if (address == null) {
            String given = System.getenv("TEST_REDIS_URL");
            address = given != null
                    ? given.replaceFirst("(?<=[^/])/\\d*$", "")
                    : isDockerThere() ? container() : embedded();
        }
        return address;
    }

    private static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // It ends with this process.
    private static String container() {
        GenericContainer<?> container = new GenericContainer<>("redis:7-alpine").withExposedPorts(PORT);
        container.start();
        return "redis://" + container.getHost() + ':' + container.getMappedPort(PORT);
    }

    private static String embedded() {
        return "redis://localhost:" + start();
    }

    /**
     * A server of this process, which ends with it.
     *
     * @param settings lines of its configuration
     * @return its port
     */
    static int start(String... settings) {
        return start(freePort(), settings);
    }

    /** One that can become part of a cluster. */
    static int startForCluster() {
        int port = freePort();
        while (port > MAX_PORT - CLUSTER_BUS) {
            port = freePort();
        }
        return start(
                port,
                "cluster-enabled yes",
                "cluster-node-timeout 1000",
                "cluster-config-file "
                        + Path.of("target", "redis-nodes-" + UUID.randomUUID()).toAbsolutePath());
    }

    private static int start(int port, String... settings) {
        try {
            redis.embedded.core.RedisServerBuilder builder = redis.embedded.RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"");
            for (String setting : settings) {
                builder.setting(setting);
            }
            redis.embedded.RedisServer server = builder.build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start", e);
        }
    }

    private static void stop(redis.embedded.RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
