package org.cityapi.domain.city;

import java.util.Optional;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.text.ShortTexts;

/**
 * A name of a city, in whatever language and script.
 *
 * @param value 1 to 200 characters (Unicode code points) in NFC, without blanks at the ends, without control
 *     characters and without those that turn the direction of text
 */
public record CityName(String value) {

    /** The number of characters a name may have. */
    public static final int MAX_LENGTH = 200;

    /** @throws IllegalArgumentException when the value breaks the rule; ask {@link #faultOf} before */
    public CityName {
        Optional<Fault> fault = faultOf(value);
        if (fault.isPresent() || !normalize(value).equals(value)) {
            throw new IllegalArgumentException(
                    "Not a city's name (" + fault.map(Fault::code).orElse("not normalized") + ")");
        }
    }

    /** The text as a name is kept: without blanks at the ends, in NFC. */
    public static String normalize(String text) {
        return ShortTexts.normalize(text);
    }

    /** What keeps a normalized text from being a name; empty when nothing does. */
    public static Optional<Fault> faultOf(String normalized) {
        return ShortTexts.faultOf(normalized, MAX_LENGTH);
    }
}
