package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.web.http.Paths;
import org.cityapi.web.http.Weighted;

/** The languages that answers are given in. */
public final class Languages {

    /** The first is taken where none of them is asked for. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private static final Pattern RANGE = Pattern.compile("\\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*");

    /** A language and a region, of which numbers name parts of the world. */
    private static final Pattern REGIONAL = Pattern.compile("([a-z]{2,3})-([a-z]{2})(?:-[a-z0-9-]+)?");

    /** No language has a name as long as that; the pattern takes a stack as deep as the text is long. */
    private static final int LONGEST = 200;

    private Languages() {}

    /** Where a browser keeps the language that somebody has chosen for pages. */
    public static final String COOKIE = "language";

    /** The language of a request, or the first of {@link #SPOKEN}; on pages what was chosen there counts first. */
    public static Locale of(HttpRequest<?> request) {
        return Paths.isForPrograms(request.getPath())
                ? byHeader(request)
                : chosen(request).orElseGet(() -> byHeader(request));
    }

    private static Optional<Locale> chosen(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .flatMap(cookie -> SPOKEN.stream()
                        .filter(spoken -> spoken.getLanguage().equals(cookie.getValue()))
                        .findFirst());
    }

    private static Locale byHeader(HttpRequest<?> request) {
        return of(request.getHeaders().getAll(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The language that all lines of {@code Accept-Language} ask for, looked up as RFC 4647 (3.4) says: {@code fr-CA}
     * gives French. What is no language range is passed over: no header makes this fail.
     */
    public static Locale of(List<String> lines) {
        List<Weighted> ranges = Weighted.of(lines).stream()
                .filter(range -> range.name().length() <= LONGEST
                        && RANGE.matcher(range.name()).matches())
                .toList();
        return ranges.stream()
                .filter(range -> range.weight() > 0)
                .sorted(Comparator.comparing(Weighted::weight).reversed())
                .flatMap(range -> meeting(range.name(), ranges).stream())
                .findFirst()
                .orElse(SPOKEN.get(0));
    }

    /**
     * The language of a request with the region that its reader names for it ({@code en-GB}), which decides how dates are
     * written; without one where none is named.
     */
    public static Locale regional(HttpRequest<?> request) {
        return regional(of(request), request.getHeaders().getAll(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * What all lines of {@code Accept-Language} say that counts here: the language that they ask for, and the regions of it
     * and of the others, which somebody may have chosen for pages.
     */
    public static String plain(List<String> lines) {
        Locale asked = of(lines);
        Stream<String> others = SPOKEN.stream()
                .filter(spoken -> !spoken.equals(asked))
                .map(spoken -> regional(spoken, lines))
                .filter(spoken -> !spoken.getCountry().isEmpty())
                .map(spoken -> "," + spoken.toLanguageTag() + ";q=0.5");
        return regional(asked, lines).toLanguageTag() + others.collect(Collectors.joining());
    }

    private static Locale regional(Locale language, List<String> lines) {
        return Weighted.of(lines).stream()
                .filter(range -> range.weight() > 0 && range.name().length() <= LONGEST)
                .sorted(Comparator.comparing(Weighted::weight).reversed())
                .map(range -> REGIONAL.matcher(range.name()))
                .filter(range -> range.matches() && range.group(1).equals(language.getLanguage()))
                .findFirst()
                .map(range -> new Locale.Builder()
                        .setLocale(language)
                        .setRegion(range.group(2))
                        .build())
                .orElse(language);
    }

    /** Says on an answer which language it is in, and that this depended on the request. */
    public static MutableHttpResponse<?> mark(MutableHttpResponse<?> response, Locale language) {
        return response.header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** A star is met by the first language that nobody names: naming it, with 0 perhaps, is more precise. */
    private static Optional<Locale> meeting(String range, List<Weighted> all) {
        return SPOKEN.stream()
                .filter(spoken -> range.equals("*")
                        ? all.stream().noneMatch(other -> names(other.name(), spoken))
                        : names(range, spoken))
                .findFirst();
    }

    private static boolean names(String range, Locale spoken) {
        return range.equals(spoken.getLanguage()) || range.startsWith(spoken.getLanguage() + "-");
    }
}
