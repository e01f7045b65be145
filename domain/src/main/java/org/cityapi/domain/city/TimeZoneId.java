package org.cityapi.domain.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a time zone in the IANA database, such as {@code Europe/Paris}.
 *
 * @param value a name's form is checked, not whether it is known: a stored zone must stay readable whatever the list
 */
public record TimeZoneId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");

    /** A list of our own: that of the JDK is another from version to version, and lacks EST, MST and HST on some. */
    private static final Set<String> KNOWN = read();

    /** @throws IllegalArgumentException when no zone could have this name */
    public TimeZoneId {
        if (!isKnown(value) && !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a time zone's name");
        }
    }

    /** Whether the release of the IANA database that is noted in {@code zones.txt} has a zone of exactly this name. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(TimeZoneId.class.getResourceAsStream("zones.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
