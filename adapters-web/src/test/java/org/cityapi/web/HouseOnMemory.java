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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.EditCities;
import org.cityapi.application.FindCities;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import reactor.core.publisher.Mono;

/** The use cases over memory, and callers who are known by the word behind "Bearer": viewer, editor or admin. */
@Factory
@Requires(env = OnMemory.ENVIRONMENT)
final class HouseOnMemory {

    @Singleton
    Ports ports() {
        return Ports.inMemory();
    }

    @Singleton
    FindCities find(Ports ports) {
        return new FindCities(ports.cities(), ports.changes());
    }

    @Singleton
    EditCities edit(Ports ports, FindCities find) {
        KnownUsers users = new KnownUsers(ports.users());
        return new EditCities(ports.work(), ports.cities(), ports.changes(), users, find, Clock.systemUTC());
    }

    @Singleton
    WebSettings settings(@Value("${public-url:}") String publicUrl) {
        Instant end = Instant.parse("2027-05-01T00:00:00Z");
        return new WebSettings("0123456789abcdef0123456789abcdef", publicUrl, end.minusSeconds(3600), end);
    }

    @Singleton
    AuthenticationFetcher<HttpRequest<?>> callers() {
        return request -> {
            String header = request.getHeaders().get("Authorization");
            if (header == null) {
                return Mono.empty();
            }
            String who = header.replace("Bearer ", "");
            return who.equals("expired")
                    ? Mono.error(new Rejection.InvalidToken("The token is \"expired\""))
                    : Mono.just(Authentication.build(who, Map.of()));
        };
    }

    @Singleton
    CurrentActor currentActor() {
        return () -> ServerRequestContext.currentRequest()
                .flatMap(request -> request.getUserPrincipal(Authentication.class))
                .map(caller -> new Actor(
                        User.first("https://issuer.test", caller.getName(), null, null),
                        Role.valueOf(caller.getName().toUpperCase(Locale.ROOT)).permissions(),
                        Door.API))
                .orElse(Actor.anonymous(Door.API));
    }
}
