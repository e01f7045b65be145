package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that answers are given in. */
public final class Languages {

    /** The first is taken where none of them is asked for. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Languages() {}

    /** The language of {@code Accept-Language}, looked up as RFC 4647 (3.4) says: {@code fr-CA} gives French. */
    public static Locale of(HttpRequest<?> request) {
        String wanted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null) {
            return SPOKEN.get(0);
        }
        Locale found = lookUp(wanted);
        return found == null ? SPOKEN.get(0) : found;
    }

    private static @Nullable Locale lookUp(String header) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
