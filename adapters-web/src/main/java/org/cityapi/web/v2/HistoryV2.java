package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;
import org.cityapi.application.ReadHistory;
import org.cityapi.application.RestoreCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.http.Bodies;
import org.cityapi.web.http.ETags;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;

/** What was done to a city, and the way back, in version 2. */
@Controller("/api/v2/cities/{id:[1-9][0-9]*}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL) // judged after the right to write
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class HistoryV2 {

    private final ReadHistory history;
    private final RestoreCities restore;
    private final CurrentActor actor;
    private final SignedCursors cursors;

    HistoryV2(ReadHistory history, RestoreCities restore, CurrentActor actor, SignedCursors cursors) {
        this.history = history;
        this.restore = restore;
        this.actor = actor;
        this.cursors = cursors;
    }

    @Get("/history")
    @ChangeOperations.ReadHistory
    HttpResponse<?> read(HttpRequest<?> request, @PathVariable String id) {
        CityId city = PathIds.city(id);
        ReadHistory.Page page = history.page(actor.get(), city, () -> HistoryPageV2.asked(request, city, cursors));
        HistoryPageV2 body = HistoryPageV2.of(page, city, cursors);
        return HttpResponse.ok(body).header(HttpHeaders.LINK, PageLinks.of(request, null, body.nextCursor()));
    }

    @Post("/restore")
    @ChangeOperations.RestoreCity
    HttpResponse<?> restore(HttpRequest<byte[]> request, @PathVariable String id) {
        CityId city = PathIds.city(id);
        ExpectedVersion expected = Preconditions.ofWrite(request, city, new ExpectedVersion.Any());
        City stored = restore.restore(actor.get(), city, expected, () -> {
            byte[] body = Bodies.json(request);
            return RestoreBody.read(body, QueryParameters.surplus(request));
        });
        Locale language = Languages.of(request);
        return Languages.mark(HttpResponse.ok(CityV2.of(stored, language)), language)
                .header(HttpHeaders.ETAG, ETags.of(stored, language.getLanguage()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
