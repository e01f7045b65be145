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
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.NamedChange;
import org.cityapi.application.ReadChanges;
import org.cityapi.application.ReadHistory;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/** The cities that were deleted, each to be restored. */
@Controller(TrashPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class TrashPage {

    static final String PATH = "/trash";

    private static final int PAGE = 50;

    private final Pages pages;
    private final ReadChanges changes;
    private final CurrentActor actor;

    TrashPage(Pages pages, ReadChanges changes, CurrentActor actor) {
        this.pages = pages;
        this.changes = changes;
        this.actor = actor;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        // One more than is shown tells whether there are more.
        List<NamedChange> found =
                changes.deletions(actor.get(), () -> new ReadChanges.Asked(before(request), PAGE + 1));
        List<NamedChange> some = found.subList(0, Math.min(found.size(), PAGE));
        Locale language = Languages.of(request);
        Texts texts = Texts.of(request);
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "rows", some.stream().map(each -> Row.of(each, texts, language)).toList());
        shown.put(
                "next",
                found.size() > PAGE
                        ? PATH + "?before=" + some.get(PAGE - 1).logged().sequence()
                        : null);
        return pages.show(request, "cities/trash", shown);
    }

    /** What is no place in the log is its end. */
    private static long before(HttpRequest<?> request) {
        String told = request.getParameters().get("before");
        return told != null && told.matches("[1-9][0-9]{0,17}") ? Long.parseLong(told) : ReadHistory.NEWEST;
    }

    /**
     * A city that was deleted.
     *
     * @param version that can come back
     * @param maker who deleted it; null for the register itself
     */
    record Row(
            long id,
            long version,
            String name,
            String country,
            String population,
            @Nullable String maker,
            String at) {

        static Row of(NamedChange deletion, Texts texts, Locale language) {
            Change change = deletion.logged().change();
            CityDetails city = change.before();
            if (city == null || change.city() == null) {
                throw new IllegalStateException("A deletion of nothing");
            }
            return new Row(
                    change.city().value(),
                    change.version() - 1,
                    city.name().value(),
                    Countries.catalogue().of(city.country()).name(language),
                    texts.number(city.population().value()),
                    deletion.maker(),
                    texts.time(change.at()));
        }
    }
}
