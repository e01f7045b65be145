package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.cityapi.persistence.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast files come in, with their change log and their names, and go out again; on SQLite and on PostgreSQL, on this
 * machine. Prints figures and judges none.
 */
class ImportBenchmark {

    private static final int ROWS = 140_000;

    /** Imported and taken back first; and once more beside reads. */
    private static final String WARM = ManyCitiesFile.csv(900_000_000, 40_000);

    private static final String FILE = ManyCitiesFile.csv(800_000_000, ROWS);
    private static final Duration READS = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final AtomicLong asked = new AtomicLong();

    @Test
    void onSqlite() throws SQLException {
        measure(
                "SQLite",
                CityTable.ofSqlite(folder, "empty.db"),
                CityTable.ofSqlite(folder, "bare.db"),
                CityTable.ofSqlite(folder, "bundled.db"));
    }

    @Test
    void onPostgres() throws SQLException {
        measure(
                "PostgreSQL",
                CityTable.ofPostgres(PostgresServer.newAddress()),
                CityTable.ofPostgres(PostgresServer.newAddress()),
                CityTable.ofPostgres(PostgresServer.newAddress()));
    }

    private void measure(String kind, CityTable empty, CityTable bare, CityTable bundled) throws SQLException {
        try (RunningJar register = start(empty, "none")) {
            Imports imports = imports(register);
            warmUp(imports);
            imports.undo(tell(kind + ": into an empty register, soon after a start", imports, "mode=insert"));
            tell(kind + ": the same when the compiler has done its work", imports, "mode=insert");
            tell(kind + ": the same again, all unchanged", imports, "mode=upsert");
        }
        start(bare, "none").close();
        try (Connection from = empty.open();
                Connection to = bare.open()) {
            double seconds = CityTable.copy(from, to);
            say("%-58s %6.1f s %,9.0f rows a second", kind + ": bare batches into the table", seconds, ROWS / seconds);
        }
        try (RunningJar register = start(bundled, "cities1000")) {
            Imports imports = imports(register);
            warmUp(imports);
            tell(kind + ": into the bundled register", imports, "mode=insert");
            tell(kind + ": the same again, all unchanged", imports, "mode=upsert");
            reads(register, until(READS));
            tellReads(kind + ": reads before", reads(register, until(READS)));
            CompletableFuture<String> importing =
                    CompletableFuture.supplyAsync(() -> imports.succeed(WARM, "mode=insert"));
            tellReads(kind + ": reads during an import", reads(register, () -> !importing.isDone()));
            importing.join();
            for (int i = 0; i < 3; i++) {
                export(kind, register);
            }
        }
    }

    private RunningJar start(CityTable table, String seed) {
        return CityApiJar.in(folder)
                .with("DATABASE_URL", table.address())
                .with("SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA")
                .with("CITY_SEED", seed)
                .start()
                .awaitReady();
    }

    private static Imports imports(RunningJar register) {
        return new Imports(register, register.bearer("local-admin"));
    }

    private static void warmUp(Imports imports) {
        imports.undo(imports.succeed(WARM, "mode=insert"));
    }

    private static String tell(String what, Imports imports, String query) {
        Duration before = cpu(imports.register());
        long start = System.nanoTime();
        String address = imports.succeed(FILE, query);
        String told = imports.read(address);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(Imports.number(told, "rowsRead")).isEqualTo(ROWS);
        say(
                "%-58s %6.1f s %,9.0f rows a second, %.1f s of processor time of the node",
                what,
                seconds,
                ROWS / seconds,
                cpu(imports.register()).minus(before).toMillis() / 1e3);
        return address;
    }

    private static Duration cpu(RunningJar register) {
        return register.handle().info().totalCpuDuration().orElseThrow();
    }

    private static BooleanSupplier until(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() < end;
    }

    /** Plain pages by one client, one after the other, no two the same; what each took, the shortest first. */
    private long[] reads(RunningJar register, BooleanSupplier goOn) {
        LongStream.Builder waits = LongStream.builder();
        while (goOn.getAsBoolean()) {
            long start = System.nanoTime();
            int status = register.get("/api/v2/cities?maxPopulation=" + (40_000_000 - asked.incrementAndGet()))
                    .statusCode();
            waits.add(System.nanoTime() - start);
            assertThat(status).isEqualTo(200);
        }
        return waits.build().sorted().toArray();
    }

    private static void tellReads(String what, long[] waits) {
        say(
                "%-46s p50 %.1f ms, p99 %.1f ms, at most %.0f ms, of %,d",
                what,
                waits[waits.length / 2] / 1e6,
                waits[waits.length * 99 / 100] / 1e6,
                waits[waits.length - 1] / 1e6,
                waits.length);
    }

    private static void export(String kind, RunningJar register) {
        long start = System.nanoTime();
        String address = "http://localhost:" + register.port() + "/api/v2/cities/export?format=csv";
        try (InputStream file = URI.create(address).toURL().openStream()) {
            double megabytes = file.transferTo(OutputStream.nullOutputStream()) / 1e6;
            double seconds = (System.nanoTime() - start) / 1e9;
            say(
                    "%-46s %6.1f s %9.1f MB, %.1f a second",
                    kind + ": export as CSV", seconds, megabytes, megabytes / seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println("BENCH " + String.format(format, values));
    }
}
