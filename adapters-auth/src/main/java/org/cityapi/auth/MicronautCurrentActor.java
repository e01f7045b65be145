package org.cityapi.auth;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Door;
import reactor.core.scheduler.Schedulers;

/**
 * Finds the actor in what Micronaut Security knows of the present request, which it has judged by its head. A body may come
 * long afterwards, when the credential is worth less: who writes is judged again then.
 */
@Singleton
final class MicronautCurrentActor implements CurrentActor {

    /** So long a judgement holds for a write: most come whole within that, and cost nothing more. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final SecurityService security;
    private final List<Recognizer> recognizers;
    private final Clock clock;

    MicronautCurrentActor(SecurityService security, Collection<Recognizer> recognizers, Clock clock) {
        this.security = security;
        this.recognizers = List.copyOf(recognizers);
        this.clock = clock;
    }

    @Override
    public Actor get() {
        Recognized.in(security.getAuthentication())
                .filter(this::isOld)
                .flatMap(old -> writeInHand())
                .ifPresent(this::judgeAgain);
        return lastJudged();
    }

    @Override
    public Actor lastJudged() {
        Optional<Authentication> caller = security.getAuthentication();
        if (caller.filter(MetricsReader.class::isInstance).isPresent()) {
            return MetricsReader.ACTOR;
        }
        return Recognized.in(caller).map(Recognized::actor).orElseGet(() -> Actor.anonymous(Door.API));
    }

    private boolean isOld(Recognized judged) {
        // A clock that was set back makes nobody good for longer.
        return Duration.between(judged.at(), clock.instant()).abs().compareTo(GOOD_FOR) > 0;
    }

    /** The present request where it may write. Nothing waits on a connection's thread; what is shown there was judged before. */
    private static Optional<HttpRequest<?>> writeInHand() {
        return ServerRequestContext.currentRequest()
                .<HttpRequest<?>>map(request -> request)
                .filter(request ->
                        HttpMethod.permitsRequestBody(request.getMethod()) && !Schedulers.isInNonBlockingThread());
    }

    /** Whoever is judged again is known as such from then on, or is nobody. */
    private void judgeAgain(HttpRequest<?> request) {
        try {
            recognizers.stream()
                    .flatMap(recognizer -> recognizer.recognize(request).stream())
                    .findFirst()
                    .ifPresentOrElse(
                            now -> request.setAttribute(SecurityFilter.AUTHENTICATION, now), () -> forget(request));
        } catch (Rejection.InvalidToken e) {
            forget(request);
            throw e;
        }
    }

    private static void forget(HttpRequest<?> request) {
        request.removeAttribute(SecurityFilter.AUTHENTICATION, Object.class);
    }
}
