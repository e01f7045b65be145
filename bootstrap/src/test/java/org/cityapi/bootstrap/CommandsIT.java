package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.cityapi.persistence.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} and {@code export} as people run them. */
class CommandsIT {

    private static final String HEADER = "name,country_code,population,geonameid,other_names\n";
    private static final String XANTEN = "Xanten,DE,21690,2806106,\"Ad Sanctos|Ксантен\"\n";
    private static final String MENTON = "Menton,FR,30231,2995387,\n";
    private static final String CALAIS = "Calais,FR,74433,3029162,\n";
    private static final String BAD = HEADER + XANTEN + "Menton,FR,\"1,234,567\",,\n" + "Calais,XX,-1,,\n";

    @TempDir
    Path folder;

    private CommandRun run(String... arguments) {
        return CommandRun.in(folder, arguments);
    }

    /** In a shell: what stands for the command in the script is replaced. */
    private CommandRun through(String script, String... arguments) {
        ProcessBuilder shell = CityApiJar.in(folder).prepared(List.of(), arguments);
        return CommandRun.of(
                shell.command("bash", "-c", script.replace("%s", String.join(" ", shell.command()))), null);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aFileMayBeAsLargeAsIsSet() throws Exception {
        file("cities.csv", HEADER + XANTEN.repeat(60_000));
        Files.writeString(folder.resolve(".env"), "IMPORT_MAX_MB=1\n");
        CommandRun refused = run("import", "cities.csv");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("1048576");
        // It says nothing to an export.
        Files.writeString(folder.resolve(".env"), "IMPORT_MAX_MB=many\n");
        assertThat(run("export").done().out().lines()).hasSize(1);
        refused(run("import", "cities.csv"), 1, "IMPORT_MAX_MB must be a whole number");
    }

    @Test
    void aFileComesInAndGoesOut() throws Exception {
        file("cities.csv", HEADER + XANTEN + MENTON);
        CommandRun dry = run("import", "cities.csv", "--dry-run").done();
        assertThat(dry.out())
                .isEqualTo("Import 1, a dry run: rows read: 2, would be inserted: 2, updated: 0,"
                        + " unchanged: 0; nothing is stored\n");
        CommandRun first = run("import", "cities.csv").done();
        assertThat(first.out()).isEqualTo("Import 2: rows read: 2, inserted: 2, updated: 0, unchanged: 0\n");
        assertThat(first.err()).isEmpty();
        file("changed.csv", HEADER + XANTEN + MENTON.replace("30231", "7") + CALAIS + CALAIS);
        CommandRun byRow = run("import", "changed.csv", "--mode", "upsert", "--on-error", "skip", "--dry-run", "--rows")
                .done();
        assertThat(byRow.out().lines())
                .startsWith(
                        "line 2: 1 Xanten: unchanged",
                        "line 3: 2 Menton: population: 30231 -> 7",
                        "line 4: new: Calais, FR",
                        "line 5: refused: geonameid: stands in a row before, too");
        assertThat(byRow.err()).isEqualTo("rejected rows: 1\n");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("more.csv.gz")))) {
            packed.write((HEADER + XANTEN + MENTON.replace("30231", "7") + CALAIS).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run("import", "more.csv.gz", "--mode", "upsert").done().out())
                .contains("rows read: 3, inserted: 1, updated: 1, unchanged: 1");
        Path line = file("line", "{\"name\":\"Fribourg\",\"countryCode\":\"CH\",\"population\":38039}\n");
        assertThat(CommandRun.reading(line, folder, "import", "-", "--format", "ndjson")
                        .done()
                        .out())
                .contains("inserted: 1");
        file("towns.json", "[{\"name\":\"Fribourg\",\"countryCode\":\"CH\",\"population\":1}]");
        assertThat(run("import", "towns.json", "--dry-run").done().out()).contains("would be inserted: 1");
        CommandRun all = run("export").done();
        assertThat(all.out().lines()).hasSize(5);
        assertThat(all.out()).contains("1,Xanten,DE,21690,,,,,2806106,Ad Sanctos|Ксантен,");
        assertThat(all.err()).isEqualTo("cities exported: 4\n");
        assertThat(run("export", "--country", "FR", "--country", "CH", "--sort", "-population")
                        .done()
                        .out()
                        .lines()
                        .skip(1)
                        .map(city -> city.split(",")[1]))
                .containsExactly("Calais", "Fribourg", "Menton");
        run("export", "--output", "out.geojson", "--q", "sanctos").done();
        assertThat(folder.resolve("out.geojson"))
                .content()
                .startsWith("{\"type\":\"FeatureCollection\",\"features\":[{")
                .contains("Xanten")
                .endsWith("]}");
        assertThat(folder.resolve("data/cities.db-imports")).doesNotExist();
        Path full = Path.of("/dev/full");
        if (Files.isWritable(full)) {
            CommandRun lost = through("%s > /dev/full", "import", "more.csv.gz", "--mode", "upsert");
            assertThat(lost.code()).isEqualTo(1);
            assertThat(lost.err())
                    .contains("unchanged: 3\n")
                    .endsWith("The output cannot be written: there is no space left\n");
        }
    }

    @Test
    void whatIsWrongInAFileIsTold() throws Exception {
        file("bad.csv", BAD);
        CommandRun refused = run("import", "bad.csv");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .containsExactly(
                        "line 3, population \"1,234,567\": must be of type integer",
                        "line 4, country_code \"XX\": no country is called \"XX\"",
                        "line 4, population \"-1\": must lie between 0 and 100000000",
                        "rejected rows: 2",
                        "Import 1 failed; nothing is stored");
        assertThat(run("import", "bad.csv", "--dry-run").err().lines())
                .endsWith(
                        "rejected rows: 2",
                        "rows read: 3, would be inserted: 1, updated: 0, unchanged: 0",
                        "Import 2, a dry run, would fail");
        CommandRun skipped = run("import", "bad.csv", "--on-error", "skip").done();
        assertThat(skipped.err()).contains("line 3, population", "rejected rows: 2");
        assertThat(skipped.out()).contains("rows read: 3, inserted: 1");
        CommandRun french = CommandRun.of(
                CityApiJar.in(folder).with("LC_ALL", "fr_FR.UTF-8").prepared(List.of(), "import", "bad.csv"), null);
        assertThat(french.err()).contains("ligne 3, population \"1,234,567\": doit être", "lignes refusées : 3");
        file("odd.csv", "name,country_code,population,mayor\nXanten,DE,1,Görtz\n");
        assertThat(run("import", "odd.csv").err()).contains("line 1, mayor: is not known here");
        run("import", "odd.csv", "--ignore-unknown").done();
    }

    @Test
    void whatCannotBeDoneIsToldInOneLine() throws Exception {
        refused(run("export"), 1, "City API cannot export: There is no register in data/cities.db");
        refused(run("import", "none.csv"), 1, "City API cannot import: There is no file none.csv");
        refused(run("import", "cities.txt"), 1, "There is no file cities.txt");
        refused(through("%s --q $(printf 'Z\\303\\274rich')", "export"), 2, "LANG or LC_ALL");
        refused(run("export", "--min-population", "many"), 2, "--min-population: must be of type integer");
        assertThat(folder.resolve("data")).doesNotExist();
        Path cities = file("cities.csv", HEADER + XANTEN);
        CityApiJar away = CityApiJar.in(folder).with("DATABASE_URL", "postgres://me:hunter2@localhost:1/cities");
        CommandRun nowhere = CommandRun.of(away.prepared(List.of(), "import", "cities.csv"), null);
        refused(nowhere, 1, "postgresql://localhost:1/cities");
        assertThat(nowhere.err()).doesNotContain("hunter2");
        CityApiJar register = CityApiJar.in(folder).with("CITY_SEED", "none");
        try (RunningJar running = register.start().awaitReady()) {
            refused(CommandRun.reading(cities, folder, "import", "cities.csv"), 1, "in use by another City API");
            refused(run("export", "--output", "out.csv"), 1, "in use by another City API");
            CityApiJar french = CityApiJar.in(folder).with("LC_ALL", "fr_FR.UTF-8");
            refused(
                    CommandRun.of(french.prepared(List.of(), "import", "cities.csv"), null),
                    1,
                    "La base de données data/cities.db est utilisée par un autre City API.");
            CommandRun wrong = CommandRun.of(
                    french.with("IMPORT_MAX_MB", "many").prepared(List.of(), "import", "cities.csv"), null);
            refused(wrong, 1, "City API cannot import: IMPORT_MAX_MB must be");
            assertThat(running.get("/health").statusCode()).isEqualTo(200);
        }
        assertThat(folder.resolve("out.csv")).doesNotExist();
        refused(
                run("export", "--output", "nowhere/out.csv"),
                1,
                "nowhere/out.csv cannot be written: there is no such file or folder");
        assertThat(run("import", "--help").done().out()).contains("--on-error");
        assertThat(run("--version").done().out()).matches("City API \\d+\\.\\d+.*\n");
    }

    private static void refused(CommandRun run, int code, String reason) {
        assertThat(run.err().lines()).singleElement().asString().contains(reason);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(code);
    }

    private Path many(int cities) throws IOException {
        return file(
                "many.csv",
                HEADER
                        + IntStream.range(0, cities)
                                .mapToObj(i -> "City " + i + ",FR," + i + "," + (i + 1) + ",Ville " + i + "\n")
                                .collect(Collectors.joining()));
    }

    @Test
    void whatWentOutComesInAgain() throws Exception {
        file("first.csv", HEADER + XANTEN + MENTON.replace("Menton", "=Menton") + CALAIS);
        run("import", "first.csv").done();
        run("export", "--output", "out.csv").done();
        Path from = folder;
        // Each format carries it one house further.
        for (String format : List.of("csv.gz", "JSONL", "geojson")) {
            CommandRun.in(from, "export", "--output", "on." + format).done();
            Path next = Files.createDirectory(from.resolve("next"));
            CommandRun.in(next, "import", "../on." + format).done();
            from = next;
        }
        CommandRun.in(from, "export", "--output", "out.csv").done();
        assertThat(told(from.resolve("out.csv")))
                .isEqualTo(told(folder.resolve("out.csv")))
                .contains("Xanten", "Ксантен", "=Menton");
    }

    /** A file without ids and times. */
    private static String told(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^\\d+,", "").replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "");
    }

    @Test
    void anImportThatIsInterruptedLeavesNothing() throws Exception {
        many(600_000);
        ProcessBuilder command = CityApiJar.in(folder)
                .prepared(List.of(), "import", "many.csv")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        // Whoever runs the tests in the background of a shell has them ignore the signal, and all that they start.
        command.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process importing = command.start();
        Path database = folder.resolve("data/cities.db-wal");
        while (importing.isAlive() && (Files.notExists(database) || Files.size(database) < 4_000_000)) {
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(importing.pid()))
                .start()
                .waitFor();
        assertThat(importing.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(importing.exitValue()).isEqualTo(130);
        assertThat(folder.resolve("log")).content().contains("Import 1 was interrupted; nothing is stored");
        assertThat(run("export").done().out().lines()).hasSize(1);
    }

    @Test
    void aReaderMayGo() throws Exception {
        many(20_000);
        run("import", "many.csv").done();
        CommandRun run =
                through("%s | head -1; exit ${PIPESTATUS[0]}", "export").done();
        assertThat(run.out()).startsWith("id,name,");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void onAServerItWorksBesideRegisters() throws Exception {
        String server = PostgresServer.newAddress();
        // PostgreSQL does not know this zone.
        CityApiJar jar = CityApiJar.in(folder)
                .with("CITY_SEED", "none")
                .with("DATABASE_URL", server)
                .with("TZ", "VST");
        file("cities.csv", HEADER + XANTEN);
        try (RunningJar register = jar.start().awaitReady()) {
            CommandRun.of(jar.prepared(List.of(), "import", "cities.csv"), null).done();
            assertThat(CommandRun.of(jar.prepared(List.of(), "export"), null)
                            .done()
                            .out())
                    .contains("Xanten");
            assertThat(register.get("/api/v2/cities").body()).contains("Xanten");
            String admin = register.bearer("local-admin");
            assertThat(register.get("/api/v2/imports/1", admin).body()).contains("\"state\":\"succeeded\"");
            assertThat(register.send("POST", "/api/v2/imports/1/undo", null, admin)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(register.get("/api/v2/cities").body()).doesNotContain("Xanten");
        }
    }
}
