package org.cityapi.auth;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.ManageTokens;
import org.cityapi.domain.token.TokenText;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Gives Micronaut Security the bearer of a request's token. It stands in the place of Micronaut's own reader and
 * validator, which keep the token in the request, publish it in events and write it into the debug log.
 */
@Singleton
final class BearerTokenFetcher implements AuthenticationFetcher<HttpRequest<?>>, Recognizer {

    private final TokenCheck check;
    private final KnownUsers users;
    private final ManageTokens tokens;
    private final MetricsToken metrics;
    private final Waiting waiting;
    private final Clock clock;

    BearerTokenFetcher(
            TokenCheck check,
            KnownUsers users,
            ManageTokens tokens,
            @Nullable MetricsToken metrics,
            Waiting waiting,
            Clock clock) {
        this.check = check;
        this.users = users;
        this.tokens = tokens;
        this.metrics = metrics == null ? new MetricsToken(null) : metrics;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.defer(() -> {
            // Where there is no route there is nothing to protect, and 404 and 405 go before 401.
            boolean routed = RouteAttributes.getRouteMatch(request).isPresent();
            String token = routed ? BearerHeader.tokenIn(request.getHeaders()) : null;
            if (token != null && metrics.opens(request.getPath(), token)) {
                return Mono.just(new MetricsReader());
            }
            return token == null ? Mono.empty() : waiting.run(request, () -> recognize(token));
        });
    }

    @Override
    public Optional<Recognized> recognize(HttpRequest<?> request) {
        return Optional.ofNullable(BearerHeader.tokenIn(request.getHeaders())).map(this::recognize);
    }

    /** What has an API token's prefix is shown to no issuer's rules, nor the other way round. */
    private Recognized recognize(String token) {
        Instant now = clock.instant();
        if (token.startsWith(TokenText.PREFIX)) {
            return new Recognized(tokens.recognize(token), null, null, now);
        }
        TokenCheck.Grant grant = check.check(token);
        Actor actor = users.recognize(grant.identity(), grant.permissions(), Door.API);
        return new Recognized(actor, null, grant.client(), now);
    }
}
