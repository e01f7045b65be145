package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the program that has ended: its exit code, and what it printed where. */
record CommandRun(int code, String out, String err) {

    /** Runs a command in a folder. */
    static CommandRun in(Path folder, String... arguments) {
        return of(CityApiJar.in(folder).prepared(List.of(), arguments), null);
    }

    /** Runs a command that reads this. */
    static CommandRun reading(Path input, Path folder, String... arguments) {
        return of(CityApiJar.in(folder).prepared(List.of(), arguments), input);
    }

    static CommandRun of(ProcessBuilder command, Path input) {
        try {
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            command.redirectInput(input == null ? Path.of("/dev/null").toFile() : input.toFile());
            Process process = command.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            CommandRun run = new CommandRun(process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The same, when it has done what it should. */
    CommandRun done() {
        assertThat(code).as(err).isZero();
        return this;
    }
}
