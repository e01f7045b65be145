package org.cityapi.auth.browser;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cityapi.application.BrowserSessions;
import org.cityapi.auth.Recognized;
import org.cityapi.auth.Recognizer;
import org.cityapi.auth.Waiting;
import org.cityapi.auth.browser.BrowserCookies.Kind;
import org.cityapi.domain.security.Secret;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Gives Micronaut Security whoever is signed in with the browser that asks. An {@code Authorization} header goes before
 * the cookie, good or bad; a cookie that is no good is none. It
 * counts where there is no route, too: the page that says so shows who is signed in.
 */
@Singleton
final class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>>, Recognizer {

    private final BrowserCookies cookies;
    private final BrowserSessions sessions;
    private final Waiting waiting;
    private final Clock clock;

    SessionFetcher(BrowserCookies cookies, BrowserSessions sessions, Waiting waiting, Clock clock) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.defer(() -> secret(request)
                .map(secret -> waiting.run(request, () -> recognize(secret))
                        .flatMap(Mono::justOrEmpty)
                        .cast(Authentication.class))
                .orElseGet(Mono::empty));
    }

    @Override
    public Optional<Recognized> recognize(HttpRequest<?> request) {
        return secret(request).flatMap(this::recognize);
    }

    private Optional<Recognized> recognize(Secret secret) {
        Instant now = clock.instant();
        return sessions.recognize(secret).map(found -> new Recognized(found.actor(), found.session(), null, now));
    }

    private Optional<Secret> secret(HttpRequest<?> request) {
        boolean counts = !request.getHeaders().contains(HttpHeaders.AUTHORIZATION) && !ApiPaths.isProgram(request);
        return counts ? cookies.secret(request, Kind.SESSION) : Optional.empty();
    }
}
