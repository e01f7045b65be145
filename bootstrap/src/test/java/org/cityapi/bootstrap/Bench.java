package org.cityapi.bootstrap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a benchmark runs its two programs: the server on the first processor, the load on the second. */
final class Bench {

    /** The libraries of a bare server. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            ".*/(micronaut-(aop|buffer-netty|context|context-propagation|core|core-reactive|http|http-netty|http-server"
                    + "|http-server-netty|inject|json-core|jackson-core|retry|router|runtime|serde-[a-z]+|websocket)"
                    + "|netty-|jackson-|reactor-|reactive-streams|slf4j-|logback-|jakarta\\.|snakeyaml)[^/]*\\.jar");

    private Bench() {}

    /** The words before a command that pin it to the first processor; none where that cannot be had. */
    static List<String> pinned() {
        return canPin() ? List.of("taskset", "-c", "0") : List.of();
    }

    /** Moves this program to the second processor. */
    static void standAside() {
        if (canPin()) {
            run("taskset", "-acp", "1", Long.toString(ProcessHandle.current().pid()));
        }
    }

    private static boolean canPin() {
        return Runtime.getRuntime().availableProcessors() > 1 && run("taskset", "-V");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts {@link ConstantJson} with the libraries that it needs and no others. */
    static RunningJar constantJson(Path folder, int port) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("test-classes")
                        || FRAMEWORK.matcher(entry.replace('\\', '/')).matches())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new java.util.ArrayList<>(pinned());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, ConstantJson.class.getName(), Integer.toString(port)));
        Path log = folder.resolve("constant.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningJar(process, log, port).awaitReady("/cities/1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
