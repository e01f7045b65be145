package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script that walks through imports and exports. */
class ImportWalkIT {

    private static final Path SCRIPT =
            Path.of(System.getProperty("city-api.jar")).resolveSibling("../../docs/import-walk.sh");

    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private static Ended walk(int port) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("sh", SCRIPT.toString()).redirectErrorStream(true);
        script.environment().put("PORT", Integer.toString(port));
        Process running = script.start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(running.waitFor(), output);
    }

    @Test
    @Timeout(180)
    void allThatItShowsIsSoAndAgain() throws IOException, InterruptedException {
        try (RunningJar register =
                CityApiJar.in(folder).with("CITY_SEED", "cities15000").start().awaitReady()) {
            for (int i = 0; i < 2; i++) {
                Ended walk = walk(register.port());
                assertThat(walk.code()).as(walk.output()).isZero();
                assertThat(walk.output())
                        .endsWith("\ndone\n")
                        .contains(
                                "failed: 3 rows, 0 inserted, 0 updated, 0 unchanged, 1 rejected",
                                "\"line\":3,\"column\":\"population\",\"value\":\"many\"",
                                "Wanderdorf,CHE,many,46.81,8.21,,3,",
                                "succeeded: 3 rows, 3 inserted, 0 updated, 0 unchanged, 0 rejected",
                                "\"name\":\"Wanderstadt\"}]",
                                "\"action\":\"create\" \"via\":\"import\"");
            }
        }
    }

    @Test
    @Timeout(60)
    void withoutARegisterItSaysSo() throws IOException, InterruptedException {
        Ended walk = walk(CityApiJar.freePort());
        assertThat(walk.code()).isNotZero();
        assertThat(walk.output()).contains("NOT SO: a register in local mode runs on port");
    }
}
