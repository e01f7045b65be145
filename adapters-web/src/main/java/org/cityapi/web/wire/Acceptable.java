package org.cityapi.web.wire;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.cityapi.web.http.Acceptance;
import org.cityapi.web.http.Weighted;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Accept} as RFC 9110 (12.5.1) says: the most specific range that fits a media type gives its weight.
 * Micronaut knows no {@code application/*}, takes weight 0 for consent, and sends parameters back as its own.
 */
final class Acceptable {

    /** No route gives it. */
    private static final String NOTHING = "none/none";

    private final List<String> given;

    /** @param given the media types that any route gives, in small letters */
    Acceptable(List<String> given) {
        this.given = given;
    }

    /**
     * The header's meaning in words that Micronaut understands; null when anything is welcome.
     *
     * @param judgedLater whether the router must find a way whatever is welcome: {@link Acceptance} judges
     */
    @Nullable
    String plain(List<String> header, boolean judgedLater) {
        List<Weighted> ranges = Weighted.of(header);
        if (ranges.isEmpty() || ranges.equals(List.of(new Weighted("*/*", 1)))) {
            return null;
        }
        String types = given.stream()
                .map(type -> new Weighted(type, weight(type, ranges)))
                .filter(type -> type.weight() > 0)
                .sorted(Comparator.comparingDouble(Weighted::weight).reversed())
                .map(Weighted::name)
                .collect(Collectors.joining(", "));
        return (types.isEmpty() ? NOTHING : types) + (judgedLater ? ", " + Acceptance.ANY_WAY : "");
    }

    private static double weight(String type, List<Weighted> ranges) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String form : List.of(type, family, "*/*")) {
            for (Weighted range : ranges) {
                if (range.name().equals(form)) {
                    return range.weight();
                }
            }
        }
        return 0;
    }
}
