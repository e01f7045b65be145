package org.cityapi.web.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the things a client can do with, as headers such as {@code Accept} list them (RFC 9110, 12.4.2).
 *
 * @param name in small letters, without parameters
 * @param weight 0 for "not this" to 1
 */
record Weighted(String name, double weight) {

    /** The things of all lines of a header; one whose weight is none is left out. */
    static List<Weighted> of(List<String> lines) {
        List<Weighted> all = new ArrayList<>();
        for (String line : lines) {
            for (String element : line.split(",")) {
                String[] parts = element.split(";");
                double weight = parts.length == 0 ? -1 : weight(parts);
                if (weight >= 0 && weight <= 1 && !parts[0].isBlank()) {
                    all.add(new Weighted(parts[0].strip().toLowerCase(Locale.ROOT), weight));
                }
            }
        }
        return all;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return -1;
                }
            }
        }
        return 1;
    }
}
