package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.cityapi.application.ReadHistory;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.http.PathIds;

/** What was done to a city, in version 2. */
@Controller("/api/v2/cities/{id:[1-9][0-9]*}")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class HistoryV2 {

    private final ReadHistory history;
    private final CurrentActor actor;
    private final SignedCursors cursors;

    HistoryV2(ReadHistory history, CurrentActor actor, SignedCursors cursors) {
        this.history = history;
        this.actor = actor;
        this.cursors = cursors;
    }

    @Get("/history")
    HttpResponse<?> read(HttpRequest<?> request, @PathVariable String id) {
        CityId city = PathIds.city(id);
        ReadHistory.Page page = history.page(actor.get(), city, () -> HistoryPageV2.asked(request, city, cursors));
        HistoryPageV2 body = HistoryPageV2.of(page, city, cursors);
        return HttpResponse.ok(body).header(HttpHeaders.LINK, PageLinks.of(request, null, body.nextCursor()));
    }
}
