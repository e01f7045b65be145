package org.cityapi.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
                ports.work(),
                ports.users(),
                ports.sessions(),
                new MemorySecurityLog(),
                lifetime,
                user -> true,
                Clock.systemUTC());
    }

    @Singleton
    BrowserOnMemory browser(Ports ports) {
        return new BrowserOnMemory(ports);
    }

    /** Counts how often a form did not prove that it comes from our page. */
    static final class BrowserOnMemory implements CurrentBrowser {
        private final Ports ports;
        private final AtomicInteger refused = new AtomicInteger();

        BrowserOnMemory(Ports ports) {
            this.ports = ports;
        }

        int refused() {
            return refused.get();
        }

        @Override
        public Optional<Session> session() {
            return ServerRequestContext.currentRequest()
                    .flatMap(BrowsersOnMemory::secret)
                    .flatMap(secret -> ports.sessions().find(SessionId.of(secret)));
        }

        @Override
        public Optional<String> formToken() {
            return session().map(session -> "proof of " + session.id().value());
        }

        @Override
        public boolean proves(String formToken) {
            boolean proven = formToken().filter(formToken::equals).isPresent();
            if (!proven) {
                refused.incrementAndGet();
            }
            return proven;
        }
    }

    /** Marks forms as the guard against other sites does, where a test wants that. */
    @ServerFilter(Filter.MATCH_ALL_PATTERN)
    @Requires(env = OnMemory.ENVIRONMENT)
    static final class Guard {

        @RequestFilter
        void mark(HttpRequest<?> request) {
            if (request.getHeaders().contains("X-Unproven")) {
                request.setAttribute(CurrentBrowser.UNPROVEN, true);
            }
        }
    }

    @Singleton
    AuthenticationFetcher<HttpRequest<?>> browsers(BrowserSessions sessions) {
        return request -> Mono.justOrEmpty(secret(request)
                .flatMap(sessions::recognize)
                .map(signedIn -> HouseOnMemory.authentication(signedIn.actor())));
    }

    static Optional<Secret> secret(Object request) {
        return ((HttpRequest<?>) request)
                .getCookies()
                .findCookie("session")
                .map(cookie -> new Secret(cookie.getValue()));
    }
}
