package org.cityapi.web.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.text.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, 8.8.3): {@code "17.3.en"} is version 3 of city 17 as told in English.
 *
 * <p>The form of the answer is part of the tag, as a strong tag must be another for every sequence of bytes; a
 * precondition looks at id and version alone.
 */
public final class ETags {

    /** The form of version 1's answers; those of version 2 are called by their language. */
    public static final String VERSION_1 = "v1";

    private static final Pattern CITY =
            Pattern.compile("\"([1-9][0-9]{0,18})\\.([1-9][0-9]{0,17})\\.(?:en|fr|" + VERSION_1 + ")\"");

    private static final int DIGEST_DIGITS = 32;

    private ETags() {}

    /**
     * The strong tag of a city.
     *
     * @param form of the answer: its language, or {@link #VERSION_1}
     */
    public static String of(City city, String form) {
        return of(city.id(), city.version(), form);
    }

    /** The same, of the city that has this id and version. */
    static String of(CityId id, long version, String form) {
        return "\"" + id.value() + "." + version + "." + form + "\"";
    }

    /**
     * The strong tag of a list of cities.
     *
     * @param surroundings what else the answer tells
     * @param form of the answer
     */
    public static String of(List<City> cities, String surroundings, String form) {
        StringBuilder text = new StringBuilder(surroundings);
        for (City city : cities) {
            text.append('|').append(city.id().value()).append('.').append(city.version());
        }
        return '"' + digest(text.toString()) + "." + form + '"';
    }

    /** The strong tag of a thing that counts no versions: another one whenever any of its values is another. */
    public static String ofValues(@Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            // The length in front keeps neighbours apart.
            String told = String.valueOf(value);
            text.append(value == null ? -1 : told.length()).append(':').append(told);
        }
        return '"' + digest(text.toString()) + '"';
    }

    private static String digest(String text) {
        return Digest.of(text).substring(0, DIGEST_DIGITS);
    }

    /** The versions of the city that these tags name in any form; a tag that is never sent names none. */
    static Set<Long> versions(Set<String> tags, CityId id) {
        Set<Long> versions = new HashSet<>();
        for (String tag : tags) {
            Matcher city = CITY.matcher(tag);
            if (city.matches() && city.group(1).equals(Long.toString(id.value()))) {
                versions.add(Long.valueOf(city.group(2)));
            }
        }
        return versions;
    }
}
