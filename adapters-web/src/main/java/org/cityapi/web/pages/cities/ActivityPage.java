package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.application.NamedChange;
import org.cityapi.application.ReadChanges;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Texts;

/** Every change of every city, newest first; filtered by who, what, when, and through which door. */
@Controller(ActivityPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class ActivityPage {

    static final String PATH = "/activity";

    private static final int PAGE = 50;

    private final Pages pages;
    private final ReadChanges changes;
    private final CurrentActor actor;

    ActivityPage(Pages pages, ReadChanges changes, CurrentActor actor) {
        this.pages = pages;
        this.changes = changes;
        this.actor = actor;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        ActivityAddress address = ActivityAddress.of(request.getParameters());
        // One more than is shown tells whether there are more.
        List<NamedChange> found =
                changes.find(actor.get(), () -> new ReadChanges.Wanted(address.filter(), address.before(), PAGE + 1));
        List<NamedChange> some = found.subList(0, Math.min(found.size(), PAGE));
        Texts texts = new Texts(Languages.of(request));
        Map<String, Object> shown = new HashMap<>();
        shown.put("address", address);
        shown.put(
                "rows",
                some.stream().map(each -> ActivityRow.of(each, address, texts)).toList());
        shown.put(
                "next",
                found.size() > PAGE ? address.from(some.get(PAGE - 1).logged().sequence()) : null);
        return pages.show(request, "cities/activity", shown);
    }
}
