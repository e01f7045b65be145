package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Options with which the program starts in less than half of the time: an archive of its classes (JEP 350), only the first
 * of the two compilers, and the collector that keeps no threads. Tests start it a hundred times; benchmarks do without.
 */
final class QuickStart {

    private static final List<String> OPTIONS = options();

    private QuickStart() {}

    /** None, unless the build says where the archive goes. */
    static List<String> get() {
        return OPTIONS;
    }

    private static List<String> options() {
        String place = System.getProperty("city-api.archive", "");
        return place.isEmpty()
                ? List.of()
                : List.of(
                        "-XX:SharedArchiveFile=" + made(Path.of(place)), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** The archive for this Java and this jar; one of the processes of the tests makes it, the others wait. */
    private static Path made(Path place) {
        Path archive = Path.of(place + "-" + System.getProperty("java.version") + ".jsa");
        try (FileChannel lock = FileChannel.open(
                        Path.of(place + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock unused = lock.lock()) {
            if (isOutdated(archive)) {
                Files.deleteIfExists(archive);
                make(archive);
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOutdated(Path archive) throws IOException {
        Path jar = Path.of(System.getProperty("city-api.jar"));
        return !Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    private static void make(Path archive) throws IOException {
        CityApiJar jar =
                CityApiJar.plainly(Files.createTempDirectory("city-api")).with("CITY_SEED", "none");
        try (RunningJar register =
                jar.option("-XX:ArchiveClassesAtExit=" + archive).start().awaitReady()) {
            register.get("/api/v2/cities?q=a", register.bearer("local-viewer"));
            register.get("/login", "Accept: text/html");
        }
    }
}
