package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the session of the README in a shell, and compares what it prints with what the README says. */
class ReadmeIT {

    private static final Path README =
            Path.of(System.getProperty("city-api.jar")).resolveSibling("../../README.md");
    private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    /** What is another at each run: times, cursors, and ids that are made of chance or of the port. */
    private static final Pattern PASSING = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\"nextCursor\":\"[^\"]+\"" + "|\"requestId\":\"[^\"]+\"|usr_[0-9a-f]{32}");

    private record Step(String command, String answer) {}

    @TempDir
    Path folder;

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher session = SESSION.matcher(Files.readString(README));
        while (session.find()) {
            for (String step : session.group(1).split("(?m)^\\$ ")) {
                String[] lines = step.strip().split("\n", 2);
                if (!lines[0].isEmpty()) {
                    steps.add(new Step(lines[0], lines.length > 1 ? lines[1] : ""));
                }
            }
        }
        return steps;
    }

    private String shell(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        bash.getOutputStream().close();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }

    /** What the README leaves out, it says with three dots. */
    private static Pattern asPattern(String answer) {
        String quoted = Pattern.quote(PASSING.matcher(answer.strip()).replaceAll("*"));
        return Pattern.compile(quoted.replace("...", "\\E.*\\Q"), Pattern.DOTALL);
    }

    @Test
    void theSessionOfTheReadmeIsTrue() throws Exception {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(4);
        try (RunningJar register = CityApiJar.in(folder).start().awaitReady()) {
            String next = "\n=== next ===\n";
            StringBuilder script = new StringBuilder();
            for (Step step : steps) {
                script.append(step.command()).append("; echo '").append(next).append("'\n");
            }
            String[] answers = shell(script.toString()
                            .replace("localhost:8081", "localhost:" + (register.port() + 1))
                            .replace("localhost:8080", "localhost:" + register.port()))
                    .split(next);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(PASSING.matcher(answers[i].strip()).replaceAll("*"))
                        .as(steps.get(i).command())
                        .matches(asPattern(steps.get(i).answer()));
            }
        }
    }
}
