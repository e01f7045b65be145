package org.cityapi.web.pages.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import org.cityapi.web.WebSettings;
import org.cityapi.web.client.Clients;

/** A cookie of the page of tokens, which no script reads and no other page is sent. */
final class TokensCookie {

    /** Such a cookie is set on https alone (RFC 6265bis); it is for one path, so that it has no {@code __Host-}. */
    private static final String SECURE = "__Secure-";

    private final String name;
    private final WebSettings settings;
    private final Clients clients;

    TokensCookie(String name, WebSettings settings, Clients clients) {
        this.name = name;
        this.settings = settings;
        this.clients = clients;
    }

    Cookie of(HttpRequest<?> request, String value) {
        return Cookie.of(name(request), value)
                .path(TokenPages.PATH)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(SameSite.Strict);
    }

    /** What it is called on the connection of a request. */
    String name(HttpRequest<?> request) {
        return isSecure(request) ? SECURE + name : name;
    }

    private boolean isSecure(HttpRequest<?> request) {
        return settings.publicUrl().startsWith("https://") || clients.isSecure(request);
    }
}
