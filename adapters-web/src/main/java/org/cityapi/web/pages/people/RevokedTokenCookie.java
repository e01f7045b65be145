package org.cityapi.web.pages.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.cityapi.web.WebSettings;
import org.cityapi.web.client.Clients;

/**
 * Tells the page of tokens that one was revoked just now. An address would tell it again to whoever keeps it, or follows a
 * link, when it is not so.
 */
@Singleton
final class RevokedTokenCookie {

    private static final String NAME = "revoked-token";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final WebSettings settings;
    private final Clients clients;

    RevokedTokenCookie(WebSettings settings, Clients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    Cookie with(HttpRequest<?> request) {
        return cookie(request).maxAge(LIFE);
    }

    /** Makes the browser forget. */
    Cookie without(HttpRequest<?> request) {
        return cookie(request).maxAge(0);
    }

    boolean isPresent(HttpRequest<?> request) {
        return request.getCookies().contains(NAME);
    }

    private Cookie cookie(HttpRequest<?> request) {
        return Cookie.of(NAME, "yes")
                .path(TokenPages.PATH)
                .httpOnly(true)
                .secure(settings.publicUrl().startsWith("https://") || clients.isSecure(request))
                .sameSite(SameSite.Strict);
    }
}
