package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages that answers are given in. */
public final class Languages {

    /** The first is taken where none of them is asked for. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    /** RFC 9110, 12.5.4 and 12.4.2; the JDK's own reader fails on some headers with unforeseen exceptions. */
    private static final Pattern RANGE = Pattern.compile(
            "(\\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:[ \\t]*;[ \\t]*q=([01](?:\\.[0-9]{0,3})?))?",
            Pattern.CASE_INSENSITIVE);

    private Languages() {}

    /**
     * The language of {@code Accept-Language}, looked up as RFC 4647 (3.4) says: {@code fr-CA} gives French. What is no
     * language range is passed over: no header makes this fail.
     */
    public static Locale of(HttpRequest<?> request) {
        List<Wish> wishes = wishes(request.getHeaders().getAll(HttpHeaders.ACCEPT_LANGUAGE));
        return wishes.stream()
                .filter(wish -> wish.weight() > 0)
                .sorted(Comparator.comparing(Wish::weight).reversed())
                .flatMap(wish -> wish.met(wishes).stream())
                .findFirst()
                .orElse(SPOKEN.get(0));
    }

    private static List<Wish> wishes(List<String> headers) {
        List<Wish> wishes = new ArrayList<>();
        for (String part : String.join(",", headers).split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            if (range.matches()) {
                double weight = range.group(2) == null ? 1 : Double.parseDouble(range.group(2));
                wishes.add(new Wish(range.group(1).toLowerCase(Locale.ROOT), weight));
            }
        }
        return wishes;
    }

    private record Wish(String range, double weight) {

        /** A star is met by the first language that nobody names: naming it, with 0 perhaps, is more precise. */
        Optional<Locale> met(List<Wish> all) {
            return SPOKEN.stream()
                    .filter(spoken ->
                            range.equals("*") ? all.stream().noneMatch(wish -> wish.names(spoken)) : names(spoken))
                    .findFirst();
        }

        private boolean names(Locale spoken) {
            return range.equals(spoken.getLanguage()) || range.startsWith(spoken.getLanguage() + "-");
        }
    }
}
