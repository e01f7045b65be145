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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.NamedChange;
import org.cityapi.application.ReadChanges;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.PageWords;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Site;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

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
    private final PageWords words;
    private final Site site;

    ActivityPage(Pages pages, ReadChanges changes, CurrentActor actor, PageWords words, Site site) {
        this.pages = pages;
        this.changes = changes;
        this.actor = actor;
        this.words = words;
        this.site = site;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        ActivityAddress address = ActivityAddress.of(request.getParameters());
        // One more than is shown tells whether there are more.
        List<NamedChange> found =
                changes.find(actor.get(), () -> new ReadChanges.Wanted(address.filter(), address.before(), PAGE + 1));
        List<NamedChange> some = found.subList(0, Math.min(found.size(), PAGE));
        Locale language = Languages.of(request);
        Texts texts = Texts.of(request);
        FieldTexts fields = new FieldTexts(language);
        Map<String, Object> shown = new HashMap<>();
        shown.put("address", address);
        String maker = some.isEmpty() || address.value("by").isEmpty()
                ? null
                : some.get(0).maker();
        shown.put("maker", maker);
        shown.put("title", title(address, maker, language, texts));
        shown.put(
                "rows",
                some.stream()
                        .map(each -> ActivityRow.of(each, address, texts, fields))
                        .toList());
        shown.put(
                "next",
                found.size() > PAGE ? address.from(some.get(PAGE - 1).logged().sequence()) : null);
        shown.put("api", List.of(ApiCall.signedIn(site.of(request), "/api/v2/changes")));
        return pages.show(request, "cities/activity", shown);
    }

    /** Tells what is shown: what, through which door, by whom and when, before the name of the page. */
    private String title(ActivityAddress address, @Nullable String maker, Locale language, Texts texts) {
        ChangeFilter filter = address.filter();
        List<String> parts = new ArrayList<>();
        if (filter.action() != null) {
            parts.add(words.of(language, "city.action." + address.value("action")));
        }
        if (filter.door() != null) {
            parts.add(words.of(language, "city.door." + address.value("via")));
        }
        if (maker != null) {
            parts.add(maker);
        }
        if (filter.from() != null || filter.to() != null) {
            parts.add(period(filter, texts));
        }
        parts.add(words.of(language, "activity.title"));
        return String.join(" · ", parts);
    }

    /** From the first day to the last, both inclusive. */
    private static String period(ChangeFilter filter, Texts texts) {
        Instant from = filter.from();
        Instant to = filter.to();
        String first = from == null ? "" : texts.date(from);
        String last = to == null ? "" : texts.date(to.minus(1, ChronoUnit.DAYS));
        return (first + " – " + last).strip();
    }
}
