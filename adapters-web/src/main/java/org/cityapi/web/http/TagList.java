package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1): a star or a list of tags, all lines together.
 * What is neither names nothing.
 *
 * @param absent whether the request has no such header
 * @param any whether it is a star
 * @param strong the tags that are not marked as weak, with their quotes
 * @param weak all tags, with their quotes and without the mark
 */
record TagList(boolean absent, boolean any, Set<String> strong, Set<String> weak) {

    private static final Pattern TAG =
            Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")[ \\t]*(?:,[ \\t,]*|$)");

    /** Elements that are none count nothing (RFC 9110, 5.6.1.2); a pattern of tags passes over those behind them. */
    private static final Pattern EMPTY = Pattern.compile("[ \\t,]+");

    static TagList of(HttpRequest<?> request, String header) {
        List<String> lines = request.getHeaders().getAll(header);
        String value = String.join(",", lines).strip();
        Matcher empty = EMPTY.matcher(value);
        Set<String> strong = new HashSet<>();
        Set<String> weak = new HashSet<>();
        Matcher tag = TAG.matcher(value);
        int end = empty.lookingAt() ? empty.end() : 0;
        while (tag.find(end) && tag.start() == end && end < value.length()) {
            if (tag.group(1) == null) {
                strong.add(tag.group(2));
            }
            weak.add(tag.group(2));
            end = tag.end();
        }
        boolean list = end == value.length();
        return new TagList(lines.isEmpty(), value.equals("*"), list ? strong : Set.of(), list ? weak : Set.of());
    }
}
