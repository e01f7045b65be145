package org.cityapi.web.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Which statuses the tests have seen of which operations, as {@link DocumentedAnswers} checked them. Each process of
 * tests writes into a file of its own; Maven numbers them, so that the next run writes into the same.
 */
final class SeenAnswers {

    private static final Path FOLDER = Path.of("target", "seen-answers");

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private static final Path FILE = emptyFile();

    private SeenAnswers() {}

    static void add(String method, String route, int status) {
        String answer = method + " " + route + " " + status;
        if (SEEN.add(answer)) {
            try {
                Files.writeString(FILE, answer + "\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What all processes have seen, such as {@code GET /api/v2/cities 200}. */
    static Set<String> all() throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                all.addAll(Files.readAllLines(file));
            }
        }
        return all;
    }

    private static Path emptyFile() {
        try {
            Files.createDirectories(FOLDER);
            return Files.write(FOLDER.resolve(System.getProperty("test.process", "process-1")), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
