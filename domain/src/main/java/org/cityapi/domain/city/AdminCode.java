package org.cityapi.domain.city;

import java.util.Optional;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.text.ShortTexts;

/**
 * The first-level division that a city lies in, as GeoNames writes it. It is text: {@code 05} is not {@code 5}.
 *
 * @param value 1 to 20 characters without blanks at the ends and without control characters; unique only with the
 *     country
 */
public record AdminCode(String value) {

    public static final int MAX_LENGTH = 20;

    /** @throws IllegalArgumentException when the value breaks the rule; ask {@link #faultOf} before */
    public AdminCode {
        if (faultOf(value).isPresent() || !normalize(value).equals(value)) {
            throw new IllegalArgumentException("Not a division's code");
        }
    }

    /** The text as a code is kept: without blanks at the ends. */
    public static String normalize(String text) {
        return ShortTexts.trim(text);
    }

    /** What keeps a normalized text from being a code; empty when nothing does. */
    public static Optional<Fault> faultOf(String normalized) {
        return ShortTexts.faultOf(normalized, MAX_LENGTH);
    }
}
