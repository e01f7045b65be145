package org.cityapi.persistence;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.domain.memory.Ports;
import org.cityapi.persistence.bundled.BundledCities;

/**
 * Measures how long the first load of the whole register takes, in a process of its own.
 *
 * <pre>{@code
 * mvn -B -q -pl adapters-persistence -am test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path
 * cd adapters-persistence/target
 * java -cp test-classes:classes:$(cat class-path) org.cityapi.persistence.FirstLoad
 * }</pre>
 */
final class FirstLoad {

    private static final double SECOND = 1e9;

    private FirstLoad() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("first-load");
        try {
            load(folder.resolve("cities.db"));
        } finally {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("cities.db" + ending));
            }
            Files.delete(folder);
        }
    }

    private static void load(Path file) throws IOException {
        try (var context = OnSqlite.open(file)) {
            Ports ports = OnSqlite.ports(context);
            long start = System.nanoTime();
            long cpu = cpu();
            long count = new FillEmptyRegister(
                            ports.work(), ports.cities(), ports.many(), ports.changes(), Clock.systemUTC())
                    .fill(BundledCities.CITIES_1000::open);
            double wallSeconds = (System.nanoTime() - start) / SECOND;
            double cpuSeconds = (cpu() - cpu) / SECOND;
            System.out.printf(
                    Locale.ROOT,
                    "%d cities, wall %.2f s, CPU %.2f s, file %d MiB%n",
                    count,
                    wallSeconds,
                    cpuSeconds,
                    Files.size(file) >> 20);
        }
    }

    /** Nanoseconds, of all threads. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
