package org.cityapi.domain.city;

import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a time zone in the IANA database, such as {@code Europe/Paris}.
 *
 * @param value a name's form is checked, not whether this Java knows it: a stored zone must stay readable on an older one
 */
public record TimeZoneId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws IllegalArgumentException when no zone could have this name */
    public TimeZoneId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a time zone's name");
        }
    }

    /** Whether the time zone tables of this Java have a zone of exactly this name. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }
}
