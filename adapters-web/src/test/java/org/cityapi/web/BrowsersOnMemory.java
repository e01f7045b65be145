package org.cityapi.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.application.BrowserSessions;
import org.cityapi.domain.memory.MemorySecurityLog;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.web.pages.SignInChoices;
import reactor.core.publisher.Mono;

/** Browsers whose cookie {@code session} holds the secret of a session that a test put into the ports. */
@Factory
@Requires(env = OnMemory.ENVIRONMENT)
final class BrowsersOnMemory {

    @Singleton
    SignInChoices choices(@Value("${providers:}") String names) {
        return new SignInChoices(Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new SignInChoices.Choice(name, "The <" + name + ">"))
                .toList());
    }

    @Singleton
    BrowserSessions sessions(Ports ports) {
        Session.Lifetime lifetime = new Session.Lifetime(Duration.ofHours(1), Duration.ofDays(1));
        return new BrowserSessions(
                ports.work(), ports.users(), ports.sessions(), new MemorySecurityLog(), lifetime, Clock.systemUTC());
    }

    @Singleton
    CurrentBrowser browser(Ports ports) {
        return new CurrentBrowser() {
            @Override
            public Optional<Session> session() {
                return ServerRequestContext.currentRequest()
                        .flatMap(BrowsersOnMemory::id)
                        .flatMap(id -> ports.sessions().find(id));
            }

            @Override
            public Optional<String> formToken() {
                return session().map(session -> "proof of " + session.id().value());
            }
        };
    }

    /** The user's subject is his role, as with the other callers in memory. */
    @Singleton
    AuthenticationFetcher<HttpRequest<?>> browsers(Ports ports) {
        return request -> Mono.justOrEmpty(id(request)
                .flatMap(id -> ports.sessions().find(id))
                .flatMap(session -> ports.users().find(session.user()))
                .map(user -> Authentication.build(user.subject(), List.of(), Map.of())));
    }

    private static Optional<SessionId> id(Object request) {
        return ((HttpRequest<?>) request)
                .getCookies()
                .findCookie("session")
                .map(cookie -> SessionId.of(new Secret(cookie.getValue())));
    }
}
