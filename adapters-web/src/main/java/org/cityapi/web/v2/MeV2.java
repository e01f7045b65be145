package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.http.QueryParameters;

/** Tells callers in version 2 who they are here, and what they may do. */
@Controller("/api/v2/me")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class MeV2 {

    private final CurrentActor actor;
    private final KnownUsers users;

    MeV2(CurrentActor actor, KnownUsers users) {
        this.actor = actor;
        this.users = users;
    }

    @Get
    @PeopleOperations.ReadMe
    CallerV2 read(HttpRequest<?> request) {
        QueryParameters.none(request);
        Actor caller = actor.get();
        users.present(caller);
        return CallerV2.of(caller);
    }
}
