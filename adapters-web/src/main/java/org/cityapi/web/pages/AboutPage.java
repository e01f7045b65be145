package org.cityapi.web.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.TreeMap;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;

/** Where the data comes from, under which licence, and what runs here; to administrators, how it is set up. */
@Controller("/about")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class AboutPage {

    private final Pages pages;
    private final Installation installation;
    private final CurrentActor actor;

    AboutPage(Pages pages, Installation installation, CurrentActor actor) {
        this.pages = pages;
        this.installation = installation;
        this.actor = actor;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        boolean isAdministrator = actor.get().permissions().contains(Permission.MANAGE_USERS);
        return pages.showToAll(
                request,
                HttpStatus.OK,
                "about",
                Map.of(
                        "version",
                        installation.version(),
                        "settings",
                        isAdministrator ? new TreeMap<>(installation.settings()) : Map.of()));
    }
}
