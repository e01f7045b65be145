package org.cityapi.web.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.web.Languages;
import org.cityapi.web.client.Clients;
import org.jspecify.annotations.Nullable;

/** What a person prefers, whoever he is: his language, and light or dark; kept in cookies for a year. */
@Controller(Preferences.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
final class Preferences {

    static final String PATH = "/preferences";

    private static final String THEME = "theme";
    private static final List<String> THEMES = List.of("light", "dark", "auto");

    private final Clients clients;

    Preferences(Clients clients) {
        this.clients = clients;
    }

    /** Light or dark, where that was chosen; else the browser's own choice counts. */
    static Optional<String> theme(HttpRequest<?> request) {
        return request.getCookies().findCookie(THEME).map(Cookie::getValue).flatMap(Preferences::theme);
    }

    /** That theme, if it is one that goes before the browser's own choice. */
    static Optional<String> theme(@Nullable String told) {
        return Optional.ofNullable(told).filter(THEMES::contains).filter(theme -> !theme.equals("auto"));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, @Body Map<String, Object> form) {
        MutableHttpResponse<?> answer =
                Pages.goTo(OwnPath.of(String.valueOf(form.get("back"))).orElse("/"));
        String language = String.valueOf(form.get(Languages.COOKIE));
        if (Languages.SPOKEN.stream().anyMatch(spoken -> spoken.getLanguage().equals(language))) {
            answer.cookie(cookie(request, Languages.COOKIE, language));
        }
        String theme = String.valueOf(form.get(THEME));
        if (THEMES.contains(theme)) {
            answer.cookie(cookie(request, THEME, theme));
        }
        return answer;
    }

    private Cookie cookie(HttpRequest<?> request, String name, String value) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(clients.isSecure(request))
                .sameSite(SameSite.Lax)
                .maxAge(Duration.ofDays(365));
    }
}
