package org.cityapi.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Two PostgreSQL servers of this process: one that is written to, and one that follows it by streaming replication. */
public final class PostgresPair implements AutoCloseable {

    private final String fsync;
    private final EmbeddedPostgres primary;
    private final Path primaryFolder;
    private final Path followersFolder;
    private EmbeddedPostgres follower;

    private PostgresPair(Path folder, String fsync) throws IOException {
        this.fsync = fsync;
        Path first = folder.resolve("primary");
        // The other begins with a copy of what this one has when it has ended in good order.
        server(first, 0).close();
        primaryFolder = first;
        followersFolder = folder.resolve("follower");
        copy(first, followersFolder);
        Files.createFile(followersFolder.resolve("standby.signal"));
        primary = server(first, 0);
        Files.writeString(
                followersFolder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost user=postgres port=" + primary.getPort() + "'\n");
        follower = server(followersFolder, 0);
    }

    /** @param folder where both keep their data */
    public static PostgresPair start(Path folder) {
        return start(folder, "off");
    }

    /** The same for a benchmark: what is committed has reached the disk. */
    public static PostgresPair startDurable(Path folder) {
        return start(folder, "on");
    }

    private static PostgresPair start(Path folder, String fsync) {
        try {
            return new PostgresPair(folder, fsync);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private EmbeddedPostgres server(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", fsync)
                .setServerConfig("wal_level", "replica");
        if (port > 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                Path file = each.next();
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The one that is written to, as a value of {@code DATABASE_URL}. */
    public String primary() {
        return address(primary.getPort());
    }

    /** The one that follows, as a value of {@code DATABASE_READ_URL}. */
    public String follower() {
        return address(follower.getPort());
    }

    /** Processor time that the one that is written to has used. */
    public Duration primaryCpu() {
        return cpu(primaryFolder);
    }

    /** Processor time that the one that follows has used. */
    public Duration followerCpu() {
        return cpu(followersFolder);
    }

    private static Duration cpu(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("postmaster.pid"))) {
            ProcessHandle server = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants())
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int followersPort() {
        return follower.getPort();
    }

    private static String address(int port) {
        return "postgres://postgres@localhost:" + port + "/postgres";
    }

    /** What is written from now on does not come to the follower until {@link #goOn}. */
    public void holdBack() {
        tellFollower("SELECT pg_wal_replay_pause()");
    }

    public void goOn() {
        tellFollower("SELECT pg_wal_replay_resume()");
    }

    /** What is written comes to the follower so many milliseconds later than it could. */
    void delay(int milliseconds) {
        tellFollower("ALTER SYSTEM SET recovery_min_apply_delay = " + milliseconds);
        tellFollower("SELECT pg_reload_conf()");
    }

    private void tellFollower(String sql) {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + follower.getPort() + "/postgres?user=postgres")) {
            OnSqlite.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the follower; {@link #startFollower} begins it again where it was. */
    public void stopFollower() {
        close(follower);
    }

    public void startFollower() {
        try {
            follower = server(followersFolder, follower.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(follower);
        close(primary);
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
