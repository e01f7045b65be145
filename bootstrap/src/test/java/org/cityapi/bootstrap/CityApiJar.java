package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How the program is to be started: where, with which settings, by which Java. */
final class CityApiJar {

    /** Each of the processes that Surefire and Failsafe begin beside each other, process-1 and so on, has its own range. */
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(10_000
            + 4_000
                    * Integer.parseInt(
                            System.getProperty("test.process", "process-0").split("-")[1]));

    private final Path folder;
    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> options;

    private CityApiJar(Path folder, List<String> options) {
        this.folder = folder;
        this.port = freePort();
        this.options = new ArrayList<>(options);
    }

    /** Started in that folder, on a free port that the next one follows free as well, with hardly any limit. */
    static CityApiJar in(Path folder) {
        return new CityApiJar(folder, QuickStart.get());
    }

    /** As {@link #in}, with no option for the Java virtual machine. */
    static CityApiJar plainly(Path folder) {
        return new CityApiJar(folder, List.of());
    }

    /** Where it will listen. */
    int port() {
        return port;
    }

    CityApiJar with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** An option for the Java virtual machine. */
    CityApiJar option(String option) {
        options.add(option);
        return this;
    }

    RunningJar start() {
        return launch(List.of());
    }

    /** Runs a command of the program instead of the register. */
    RunningJar run(String... arguments) {
        return launch(List.of(), arguments);
    }

    /** Started through another command, such as one that pins it to a processor. */
    RunningJar launch(List<String> through, String... arguments) {
        Path log = folder.resolve("output-" + port + ".log");
        ProcessBuilder builder =
                prepared(through, arguments).redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            return new RunningJar(builder.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that {@link #launch} starts, with its streams as they are. */
    ProcessBuilder prepared(List<String> through, String... arguments) {
        List<String> command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("city-api.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // What the developer has set for himself is not part of the test.
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("PORT", Integer.toString(port));
        // Tests and benchmarks ask more than people do; that they are counted is part of the cost.
        builder.environment().put("RATE_LIMIT_ANONYMOUS", "100000000");
        builder.environment().put("RATE_LIMIT_SIGNED_IN", "100000000");
        builder.environment().putAll(settings);
        return builder;
    }

    /**
     * A free port that another free one follows, and that neither this process nor another one of the tests is given
     * again; no connection gets it by itself, for systems give them ports from 32768 on.
     */
    static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndAdd(2);
            try (ServerSocket one = new ServerSocket(port);
                    ServerSocket next = new ServerSocket(port + 1)) {
                return one.getLocalPort();
            } catch (IOException taken) {
                // the next pair is tried
            }
        }
    }
}
