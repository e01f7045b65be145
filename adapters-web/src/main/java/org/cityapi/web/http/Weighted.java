package org.cityapi.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of the things a client can do with, as headers such as {@code Accept} list them (RFC 9110, 12.4.2).
 *
 * @param name in small letters, without parameters
 * @param weight 0 for "not this" to 1
 */
public record Weighted(String name, double weight) {

    /** RFC 9110, 12.4.2. */
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    /** The things of all lines of a header; one whose weight is none is left out. */
    public static List<Weighted> of(List<String> lines) {
        List<Weighted> all = new ArrayList<>();
        for (String line : lines) {
            for (String element : line.split(",")) {
                String[] parts = element.split(";");
                double weight = parts.length == 0 ? -1 : weight(parts);
                if (weight >= 0 && !parts[0].isBlank()) {
                    all.add(new Weighted(parts[0].strip().toLowerCase(Locale.ROOT), weight));
                }
            }
        }
        return all;
    }

    /** The weight among the parameters, 1 where there is none; negative when it is no weight. */
    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                String weight = parameter.substring(2);
                return WEIGHT.matcher(weight).matches() ? Double.parseDouble(weight) : -1;
            }
        }
        return 1;
    }
}
