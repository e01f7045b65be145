package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that {@link LocalDoor} let in, read to its end. */
record LocalRequest(String method, String query, Headers headers, String body) {

    static final String FORM = "application/x-www-form-urlencoded";

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    /** Longer wishes cost more to read than they are worth. */
    private static final int MAX_LANGUAGES = 500;

    boolean isPost() {
        return method.equals("POST");
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    /** Whether it can come from a page of this provider: browsers tell of each POST whose page it was. */
    boolean isFromOwnPage() {
        String origin = header("Origin");
        String site = header("Sec-Fetch-Site");
        return (origin == null || origin.equalsIgnoreCase("http://" + header("Host")))
                && (site == null || site.equals("same-origin"));
    }

    /** What was filled in: of a form that was posted, or else of the query. */
    Map<String, List<String>> parameters() {
        if (!isPost()) {
            return URLUtils.parseParameters(query);
        }
        String type = header("Content-Type");
        return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length())
                ? URLUtils.parseParameters(body)
                : Map.of();
    }

    /** The only value of that name; empty when there is none, or more than one. */
    String parameter(String name) {
        List<String> values = parameters().getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    /** The language for a page; English where the request's wish is not understood. */
    Locale language() {
        String wish = header("Accept-Language");
        if (wish == null || wish.length() > MAX_LANGUAGES) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wish), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
