package org.cityapi.web.pages.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.cityapi.web.WebSettings;
import org.cityapi.web.client.Clients;

/**
 * Tells the page of tokens that one was revoked just now. An address would tell it again to whoever keeps it, or follows a
 * link, when it is not so. It is a mark without content, bound to nobody.
 */
@Singleton
final class RevokedTokenCookie {

    private static final String NAME = "revoked-token";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final TokensCookie cookie;

    RevokedTokenCookie(WebSettings settings, Clients clients) {
        cookie = new TokensCookie(NAME, settings, clients);
    }

    Cookie with(HttpRequest<?> request) {
        return cookie.of(request, "yes").maxAge(LIFE);
    }

    /** Makes the browser forget. */
    Cookie without(HttpRequest<?> request) {
        return cookie.of(request, "yes").maxAge(0);
    }

    boolean isPresent(HttpRequest<?> request) {
        return request.getCookies().contains(cookie.name(request));
    }
}
