package org.cityapi.web.pages.cities;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cityapi.web.pages.Texts;

/**
 * A line of a chart, with the number that its bar stands for.
 *
 * @param path of what it counts
 * @param share of the longest bar, from 0 to 100, as SVG writes it
 */
public record Bar(String label, String number, String path, String share) {

    /** A bar for each of some things; the longest is that of the largest number. */
    static <T> List<Bar> of(
            List<T> things,
            Function<T, String> label,
            ToLongFunction<T> number,
            Function<T, String> path,
            Texts texts) {
        long most = Math.max(1, things.stream().mapToLong(number).max().orElse(1));
        return things.stream()
                .map(each -> new Bar(
                        label.apply(each),
                        texts.number(number.applyAsLong(each)),
                        path.apply(each),
                        String.format(Locale.ROOT, "%.2f", 100.0 * number.applyAsLong(each) / most)))
                .toList();
    }
}
