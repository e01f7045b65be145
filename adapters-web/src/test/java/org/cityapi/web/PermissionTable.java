package org.cityapi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The table of {@code docs/permissions.md}.
 *
 * @param scopes of the API tokens in the last columns; "none" for one without any
 * @param rows one a route
 */
record PermissionTable(List<String> scopes, List<Row> rows) {

    /** As tests find it: they run in the folder of their module. */
    private static final Path FILE = Path.of("../docs/permissions.md");

    /** The columns in front of those for API tokens: the route and four callers. */
    private static final int OTHERS = 5;

    /**
     * What callers get of one route.
     *
     * @param route its method and path
     * @param statuses of the answers, a caller each
     */
    record Row(String route, List<Integer> statuses) {

        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String path() {
            return route.substring(route.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return route;
        }
    }

    static PermissionTable read() {
        try {
            List<List<String>> lines = Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(PermissionTable::cells)
                    .toList();
            List<String> head = lines.get(0);
            List<Row> rows = lines.stream().skip(2).map(PermissionTable::row).toList();
            return new PermissionTable(head.subList(OTHERS, head.size()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> cells) {
        return new Row(
                cells.get(0),
                cells.subList(1, cells.size()).stream().map(Integer::valueOf).toList());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.replace("`", "").split("\\|"))
                .skip(1)
                .map(String::strip)
                .toList();
    }
}
