package org.cityapi.auth;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;

/** As much of an application as it takes to see what this module does to requests. */
final class SmallHouse {

    private SmallHouse() {}

    static EmbeddedServer trusting(TrustedIssuer... issuers) {
        return ApplicationContext.run(EmbeddedServer.class, AuthSettings.properties(List.of(issuers)));
    }

    @Factory
    static class Wiring {
        @Singleton
        Ports ports() {
            return Ports.inMemory();
        }

        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }

        @Singleton
        KnownUsers knownUsers(Ports ports) {
            return new KnownUsers(ports.users());
        }
    }

    @Controller
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Produces(MediaType.TEXT_PLAIN)
    static class Rooms {
        private final CurrentActor actors;

        Rooms(CurrentActor actors) {
            this.actors = actors;
        }

        @Get("/open")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String open(HttpRequest<?> request) {
            assert request.getAttribute(SecurityFilter.TOKEN).isEmpty();
            return describe(actors.get());
        }

        @Post("/cities")
        @Consumes(MediaType.ALL)
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String create() {
            Actor actor = actors.get();
            actor.require(Permission.CREATE_CITIES);
            return describe(actor);
        }

        @Get("/forgotten")
        String withoutARule() {
            return "open";
        }

        private static String describe(Actor actor) {
            User user = actor.user();
            return user == null
                    ? "nobody by " + actor.door()
                    : user.name() + " <" + user.email() + "> may " + new TreeSet<>(actor.permissions()) + " by "
                            + actor.door();
        }
    }

    @Singleton
    static class Rejections implements ExceptionHandler<Rejection, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<?> handle(HttpRequest request, Rejection rejection) {
            if (rejection instanceof Rejection.InvalidToken invalid) {
                return HttpResponse.unauthorized().body("bad token: " + invalid.reason());
            }
            int status = 403;
            if (rejection instanceof Rejection.Unavailable) {
                status = 503;
            } else if (rejection instanceof Rejection.UnreadableCredentials) {
                status = 400;
            }
            return HttpResponse.status(status, "refused")
                    .body(rejection.getClass().getSimpleName());
        }
    }
}
