package org.cityapi.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;

/**
 * Entity tags of cities (RFC 9110, 8.8.3): {@code "17.3.en"} is version 3 of city 17 as told in English.
 *
 * <p>The form of the answer is part of the tag, as a strong tag must be another for every sequence of bytes; a
 * precondition of a write looks at id and version alone.
 */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
    private static final Pattern CITY = Pattern.compile("([0-9]{1,19})\\.([0-9]{1,18})\\.[a-z0-9]+");

    private static final int DIGEST_BYTES = 16;

    private ETags() {}

    /**
     * The strong tag of a city.
     *
     * @param form of the answer: its language, or the version of the API
     */
    public static String of(City city, String form) {
        return "\"" + city.id().value() + "." + city.version() + "." + form + "\"";
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
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "." + form + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether {@code If-None-Match} names the tag, compared weakly, or is {@code *}. */
    public static boolean isKnown(HttpRequest<?> request, String tag) {
        for (String header : request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH)) {
            if (header.strip().equals("*")) {
                return true;
            }
            Matcher given = TAG.matcher(header);
            while (given.find()) {
                if (tag.equals('"' + given.group(2) + '"')) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What {@code If-Match} says of the city; a tag that is weak, malformed or of another city fits no version. */
    public static ExpectedVersion expected(HttpRequest<?> request, CityId id) {
        var headers = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
        if (headers.isEmpty()) {
            return new ExpectedVersion.Unsaid();
        }
        Set<Long> versions = new HashSet<>();
        for (String header : headers) {
            if (header.strip().equals("*")) {
                return new ExpectedVersion.Any();
            }
            Matcher given = TAG.matcher(header);
            while (given.find()) {
                Matcher city = CITY.matcher(given.group(2));
                if (given.group(1) == null && city.matches() && city.group(1).equals(Long.toString(id.value()))) {
                    versions.add(Long.valueOf(city.group(2)));
                }
            }
        }
        return new ExpectedVersion.OneOf(versions);
    }
}
