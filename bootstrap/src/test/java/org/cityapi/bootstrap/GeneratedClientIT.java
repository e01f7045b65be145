package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** api.md, 9: a client generated with openapi-generator works. It is generated from what the jar serves, and compiled. */
class GeneratedClientIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    Path folder;

    @Test
    void aGeneratedClientListsCreatesAndDeletesACity() throws Exception {
        try (RunningJar register =
                CityApiJar.in(folder).with("CITY_SEED", "none").start().awaitReady()) {
            Path document = folder.resolve("v2.json");
            Files.writeString(document, register.get("/api/openapi/v2.json").body());
            generate(document);
            compile();

            String said = run(List.of(
                    JAVA.resolve("java").toString(),
                    "-cp",
                    folder.resolve("classes")
                            + System.getProperty("path.separator")
                            + System.getProperty("java.class.path"),
                    "Journey",
                    "http://localhost:" + register.port(),
                    register.bearer("local-editor").replaceFirst("^.* ", "")));

            assertThat(said).isEqualToIgnoringNewLines("1 Generated exact 410");
        }
    }

    private void generate(Path document) throws Exception {
        run(List.of(
                JAVA.resolve("java").toString(),
                "-jar",
                System.getProperty("openapi.generator"),
                "generate",
                "-i",
                document.toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                folder.resolve("client").toString(),
                "--additional-properties=useJakartaEe=true,openApiNullable=false,invokerPackage=org.cityapi.client,"
                        + "apiPackage=org.cityapi.client.api,modelPackage=org.cityapi.client.model"));
    }

    private void compile() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                JAVA.resolve("javac").toString(),
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                Path.of("src", "test", "client", "Journey.java").toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve("client/src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
