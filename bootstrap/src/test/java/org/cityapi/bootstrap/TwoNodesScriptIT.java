package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the script with which anybody tries two nodes. */
class TwoNodesScriptIT {

    private static final Path JAR = Path.of(System.getProperty("city-api.jar"));

    @Test
    @Timeout(300)
    void allThatItShowsIsSo() throws IOException, InterruptedException {
        CityApiJar.freePort();
        int port = CityApiJar.freePort();
        CityApiJar.freePort();
        ProcessBuilder script = new ProcessBuilder(
                        "bash",
                        JAR.resolveSibling("../../docs/two-nodes.sh").toString(),
                        JAR.toString(),
                        PostgresServer.newAddress(),
                        RedisServer.newAddress())
                .redirectErrorStream(true);
        script.environment().put("PORT", Integer.toString(port));
        script.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", QuickStart.get()));
        Process running = script.start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
        assertThat(output).endsWith("All of it is so.\n");
    }
}
