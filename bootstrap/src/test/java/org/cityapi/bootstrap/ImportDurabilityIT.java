package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.persistence.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An import is all or nothing, whenever the program that does it is killed. */
class ImportDurabilityIT {

    private static final int ROWS = 4_000;

    /** So many of the cities of each file are new, the others get another population. */
    private static final int NEW = 200;

    private static final int ROUNDS = 20;

    /** Every other kill comes somewhere in so much of the time that an import takes, the others about its commit. */
    private static final double SPREAD = 1.2;

    @TempDir
    Path folder;

    /** All cities, and where the change log ends. */
    private record Content(long sequence, String cities) {

        static Content of(RunningJar register) {
            HttpResponse<String> export = register.get("/api/v2/cities/export?format=csv");
            assertThat(export.statusCode()).isEqualTo(200);
            String sequence = export.headers().firstValue("Change-Sequence").orElseThrow();
            return new Content(Long.parseLong(sequence), export.body());
        }

        long count() {
            return cities.lines().skip(1).count();
        }

        long with(int population) {
            return cities.lines()
                    .filter(city -> city.contains(",DE," + population + ","))
                    .count();
        }
    }

    /** A file of cities that are all there up to the last of them, but for the new ones. */
    private static String file(long count, int population) {
        return Imports.csv((int) count + NEW - ROWS + 1, ROWS, population);
    }

    private RunningJar last;

    private Imports start() {
        last = CityApiJar.in(folder).with("CITY_SEED", "none").start().awaitReady();
        return new Imports(last, last.bearer("local-admin"));
    }

    @AfterEach
    void end() {
        if (last != null) {
            last.kill();
        }
    }

    @Test
    @Timeout(300)
    void anImportThatIsKilledIsAllOrNothing() throws Exception {
        Imports imports = start();
        imports.succeed(Imports.csv(1, ROWS, 1), "mode=insert");
        imports.register().close();
        imports = start();
        long begin = System.nanoTime();
        imports.succeed(file(ROWS, 2), "mode=upsert");
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        Content content = Content.of(imports.register());
        int running = 0;
        int stored = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean nearCommit = round % 2 == 1;
            double part = nearCommit ? 1 : SPREAD * round / (ROUNDS - 2);
            int population = 10 + round;
            long known = Imports.number(imports.newest(), "id");
            Thread sender = send(imports, file(content.count(), population));
            Thread.sleep((long) (part * milliseconds));
            imports.register().kill();
            sender.join();
            imports = start();
            assertThat(waitingFiles()).as("files that are left").isZero();
            String told = imports.newest();
            boolean isTaken = Imports.number(told, "id") > known;
            Content after = Content.of(imports.register());
            if (isTaken && Imports.state(told).equals("succeeded")) {
                stored++;
                checkStored(imports, told, content, after, population);
                milliseconds *= nearCommit ? 0.85 : 1;
            } else {
                assertThat(!isTaken || Imports.state(told).equals("failed"))
                        .as(told)
                        .isTrue();
                running += isTaken && !told.contains("\"startedAt\":null") ? 1 : 0;
                checkNothingStored(imports, content, after);
                milliseconds *= nearCommit ? 1.15 : 1;
            }
            content = after;
        }
        imports.succeed(file(content.count(), 2), "mode=upsert");
        imports.register().close();
        System.out.printf(
                "Of %d kills %d hit a running import, and %d came after its commit; it takes some %.1f s%n",
                ROUNDS, running, stored, milliseconds / 1e3);
        assertThat(running).as("kills of a running import").isGreaterThan(2);
        assertThat(stored).as("kills after a commit").isPositive();
    }

    private static Thread send(Imports imports, String file) {
        Thread sender = new Thread(() -> {
            try {
                imports.begin(file, "mode=upsert");
            } catch (UncheckedIOException killed) {
                // as it should
            }
        });
        sender.start();
        return sender;
    }

    private static void checkStored(Imports imports, String told, Content before, Content after, int population) {
        assertThat(Imports.number(told, "inserted")).isEqualTo(NEW);
        assertThat(Imports.number(told, "updated")).isEqualTo(ROWS - NEW);
        assertThat(after.count()).isEqualTo(before.count() + NEW);
        assertThat(after.with(population)).isEqualTo(ROWS);
        assertThat(after.sequence()).isEqualTo(before.sequence() + ROWS);
        assertThat(isFound(imports, after.count())).isTrue();
    }

    private static void checkNothingStored(Imports imports, Content before, Content after) {
        assertThat(after.sequence()).isEqualTo(before.sequence());
        // Not shown: it is long.
        assertThat(after.cities().equals(before.cities())).as("as before").isTrue();
        assertThat(isFound(imports, before.count() + NEW)).isFalse();
    }

    private static boolean isFound(Imports imports, long number) {
        String found = imports.register()
                .get("/api/v2/cities?q=neustadt+" + number + "&limit=1")
                .body();
        return found.contains("\"geonameId\":" + number + ",");
    }

    private long waitingFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/cities.db-imports"))) {
            return files.count();
        }
    }

    private CityApiJar node(String database, LocalProvider provider) {
        return CityApiJar.in(folder)
                .with("DATABASE_URL", database)
                .with("CITY_SEED", "none")
                .with("SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA")
                .with("OIDC_ISSUER", provider.issuer())
                .with("OIDC_AUDIENCE", LocalProvider.AUDIENCE);
    }

    @Test
    @Timeout(180)
    void whenItsNodeIsKilledTheOtherNodeTellsThatItFailed() throws InterruptedException {
        String database = PostgresServer.newAddress();
        try (LocalProvider provider = LocalProvider.start(0)) {
            String admin = "Authorization: " + OnDatabase.fetch(provider, "admin");
            RunningJar doomed = node(database, provider).start().awaitReady();
            try (RunningJar register = node(database, provider).start().awaitReady()) {
                Imports here = new Imports(doomed, admin);
                Imports other = new Imports(register, admin);
                here.succeed(Imports.csv(1, ROWS, 1), "mode=insert");
                Content before = Content.of(register);
                String file = file(ROWS, 2);
                String path = here.begin(file, "mode=upsert");
                String told = here.read(path);
                while (Imports.number(told, "rowsRead") == 0) {
                    Thread.sleep(5);
                    told = here.read(path);
                }
                doomed.kill();
                assertThat(Imports.state(told)).isEqualTo("running");
                assertThat(other.await(path, Duration.ofSeconds(20)))
                        .contains("\"state\":\"failed\"", "\"inserted\":0", "\"updated\":0");
                checkNothingStored(other, before, Content.of(register));
                other.succeed(file, "mode=upsert");
                assertThat(Content.of(register).with(2)).isEqualTo(ROWS);
            } finally {
                doomed.kill();
            }
        }
    }
}
