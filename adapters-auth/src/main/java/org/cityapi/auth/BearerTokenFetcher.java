package org.cityapi.auth;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Gives Micronaut Security the bearer of a request's token. It stands in the place of Micronaut's own reader and
 * validator, which keep the token in the request, publish it in events and write it into the debug log.
 */
@Singleton
final class BearerTokenFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    private final TokenCheck check;
    private final Scheduler blocking;

    BearerTokenFetcher(
            List<TrustedIssuer> issuers, Clock clock, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.check = new TokenCheck(issuers, KeyTimes.STANDARD, clock, blocking);
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.defer(() -> {
            // Where there is no route there is nothing to protect, and 404 and 405 go before 401.
            boolean routed = RouteAttributes.getRouteMatch(request).isPresent();
            String token = routed ? BearerHeader.tokenIn(request.getHeaders()) : null;
            return token == null
                    ? Mono.empty()
                    : Mono.<Authentication>fromCallable(() -> check.check(token))
                            .subscribeOn(blocking);
        });
    }
}
