package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.cityapi.application.ManageUsers;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.web.http.Bodies;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;

/** Users in version 2, for administrators. */
@Controller("/api/v2/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL) // judged after the right to write
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class UsersV2 {

    private final ManageUsers users;
    private final CurrentActor actor;
    private final SignedCursors cursors;

    UsersV2(ManageUsers users, CurrentActor actor, SignedCursors cursors) {
        this.users = users;
        this.actor = actor;
        this.cursors = cursors;
    }

    @Get
    @PeopleOperations.ListUsers
    HttpResponse<?> list(HttpRequest<?> request) {
        Actor administrator = administrator();
        UserPageV2.Asked asked = UserPageV2.Asked.of(request, cursors);
        UserPageV2 page = UserPageV2.of(users.list(administrator, asked.after(), asked.limit()), asked, cursors);
        return HttpResponse.ok(page).header(HttpHeaders.LINK, PageLinks.of(request, null, page.nextCursor()));
    }

    @Get("/{id}")
    @PeopleOperations.ReadUser
    HttpResponse<?> read(HttpRequest<?> request, @PathVariable String id) {
        Actor administrator = administrator();
        QueryParameters.none(request);
        UserV2 user = UserV2.of(users.one(administrator, PathIds.user(id)));
        return Preconditions.isKnown(request, user.tag())
                ? HttpResponse.notModified().header(HttpHeaders.ETAG, user.tag())
                : tagged(user);
    }

    @Patch("/{id}")
    @PeopleOperations.ChangeUser
    HttpResponse<?> change(HttpRequest<byte[]> request, @PathVariable String id) {
        User changed = users.change(administrator(), PathIds.user(id), () -> {
            byte[] body = Bodies.mergePatch(request);
            ManageUsers.Wanted wanted = UserPatch.read(body, QueryParameters.surplus(request));
            return present -> {
                if (!Preconditions.isMeant(request, UserV2.of(present).tag())) {
                    throw new Rejection.Stale(present);
                }
                return wanted;
            };
        });
        return tagged(UserV2.of(changed));
    }

    /** The caller, refused before the rest of the request is read unless he may manage users. */
    private Actor administrator() {
        Actor caller = actor.get();
        caller.require(Permission.MANAGE_USERS);
        return caller;
    }

    private static HttpResponse<?> tagged(UserV2 user) {
        return HttpResponse.ok(user).header(HttpHeaders.ETAG, user.tag());
    }
}
