package org.cityapi.web.pages.cities;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column by which the list can be sorted.
 *
 * @param label as in addresses and message files
 * @param path where the list is sorted by it, or by it the other way round
 * @param order ascending or descending, as {@code aria-sort} has it; null where the list is sorted by something else
 */
public record Column(String label, String path, @Nullable String order) {

    /** Those that one expects to begin with the largest. */
    private static final List<String> DOWN_FIRST = List.of("population", "updatedAt");

    static List<Column> of(ListAddress address) {
        String sort = address.one("sort")
                .orElse(address.one("q").or(() -> address.one("near")).isPresent() ? "" : "-population");
        return Stream.of("name", "country", "population", "updatedAt")
                .map(label -> column(label, sort, address))
                .toList();
    }

    private static Column column(String label, String sort, ListAddress address) {
        boolean up = sort.equals(label);
        boolean down = sort.equals("-" + label);
        boolean next = up || (!down && DOWN_FIRST.contains(label));
        return new Column(
                label,
                address.with("sort", next ? "-" + label : label).path(),
                up ? "ascending" : down ? "descending" : null);
    }
}
