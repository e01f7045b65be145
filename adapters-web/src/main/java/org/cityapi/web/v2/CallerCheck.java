package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again at the credential of a request whose answer takes long. */
@Singleton
final class CallerCheck {

    private final List<AuthenticationFetcher<HttpRequest<?>>> fetchers;
    private final CurrentActor actor;

    CallerCheck(Collection<AuthenticationFetcher<HttpRequest<?>>> fetchers, CurrentActor actor) {
        this.fetchers = List.copyOf(fetchers);
        this.actor = actor;
    }

    /** Who asks, with what he may do by now; a {@link Rejection} when the credential is no longer good. */
    Mono<Actor> again(HttpRequest<?> request) {
        return Flux.fromIterable(fetchers)
                .concatMap(fetcher -> fetcher.fetchAuthentication(request))
                .next()
                .map(found -> {
                    request.setAttribute(SecurityFilter.AUTHENTICATION, found);
                    Supplier<Actor> now = actor::get;
                    return ServerRequestContext.with(request, now);
                })
                .switchIfEmpty(Mono.error(Rejection.NotSignedIn::new));
    }
}
