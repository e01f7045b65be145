package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.cityapi.application.AddCities;
import org.cityapi.application.CityPage;
import org.cityapi.application.EditCities;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.http.Bodies;
import org.cityapi.web.http.ETags;
import org.cityapi.web.http.OneCity;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.http.Views;

/** Cities in version 2. */
@Controller("/api/v2/cities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL) // judged after the right to write
@Secured(SecurityRule.IS_ANONYMOUS)
@Told.Always
final class CitiesV2 {

    private static final String ONE = "/{id:[1-9][0-9]*}";

    private final FindCities find;
    private final OneCity one;
    private final AddCities add;
    private final EditCities edit;
    private final CurrentActor actor;
    private final Cursors cursors;

    CitiesV2(FindCities find, OneCity one, AddCities add, EditCities edit, CurrentActor actor, Cursors cursors) {
        this.find = find;
        this.one = one;
        this.add = add;
        this.edit = edit;
        this.actor = actor;
        this.cursors = cursors;
    }

    @Get
    @CityReading.ListCities
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> list(HttpRequest<?> request) {
        Listing listing = Listing.of(request, cursors);
        FindCities view = Views.of(find, request);
        CityPage page = view.page(listing.query(), listing.scroll());
        Long total = listing.counted() ? view.count(listing.query()) : null;
        Locale language = Languages.of(request);
        CityPageV2 body = CityPageV2.of(page, listing, cursors, total, language);
        String tag = ETags.of(
                page.cities(), body.nextCursor() + "|" + body.prevCursor() + "|" + total, language.getLanguage());
        return Preconditions.isKnown(request, tag)
                ? readable(HttpResponse.notModified(), language, tag)
                : readable(HttpResponse.ok(body), language, tag)
                        .header(HttpHeaders.LINK, PageLinks.of(request, body.prevCursor(), body.nextCursor()));
    }

    @Get(ONE)
    @CityReading.ReadCity
    CompletionStage<MutableHttpResponse<?>> read(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters.none(request);
        Locale language = Languages.of(request);
        return one.answer(request, id, language.getLanguage(), city -> CityV2.of(city, language))
                .thenApply(answer -> Languages.mark(answer, language));
    }

    @Post
    @CityWriting.CreateCity
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> add(HttpRequest<byte[]> request) {
        AddCities.Added added = add.add(actor.get(), () -> {
            byte[] body = Bodies.json(request);
            Violations outside = QueryParameters.surplus(request);
            String key = IdempotencyHeader.key(request, outside);
            CityDetails details = CityPatch.read(body, outside).alone();
            Preconditions.checkAddition(request);
            return new AddCities.Wanted(details, key, IdempotencyHeader.digest(request, body));
        });
        City city = added.city();
        MutableHttpResponse<?> answer = tagged(
                HttpResponse.created(URI.create("/api/v2/cities/" + city.id().value())), request, city);
        return added.before() ? answer.header("Idempotency-Replayed", "true") : answer;
    }

    @Put(ONE)
    @CityWriting.ReplaceCity
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> replace(HttpRequest<byte[]> request, @PathVariable String id) {
        AtomicReference<CityPatch> sent = new AtomicReference<>();
        CityId city = PathIds.city(id);
        City stored = edit.change(actor.get(), city, expected(request, city), () -> {
            byte[] body = Bodies.json(request);
            CityPatch patch = CityPatch.read(body, QueryParameters.surplus(request));
            sent.set(patch);
            var details = patch.alone();
            return before -> details;
        });
        // RFC 9110 (9.3.4): no tag when something else was stored than what was sent.
        return Objects.requireNonNull(sent.get()).saysExactly(stored.details())
                ? tagged(HttpResponse.ok(), request, stored)
                : told(HttpResponse.ok(), request, stored);
    }

    @Patch(ONE)
    @CityWriting.ChangeCity
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> change(HttpRequest<byte[]> request, @PathVariable String id) {
        CityId city = PathIds.city(id);
        City stored = edit.change(actor.get(), city, expected(request, city), () -> {
            byte[] body = Bodies.mergePatch(request);
            CityPatch patch = CityPatch.read(body, QueryParameters.surplus(request));
            patch.check();
            return patch::appliedTo;
        });
        return tagged(HttpResponse.ok(), request, stored);
    }

    @Delete(ONE)
    @CityWriting.DeleteCity
    @Produces(MediaType.ALL) // only refusals have a body
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> delete(HttpRequest<?> request, @PathVariable String id) {
        CityId city = PathIds.city(id);
        edit.delete(actor.get(), city, () -> {
            QueryParameters.none(request);
            return expected(request, city);
        });
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }

    private static ExpectedVersion expected(HttpRequest<?> request, CityId city) {
        return Preconditions.ofWrite(request, city, new ExpectedVersion.Unsaid());
    }

    private static MutableHttpResponse<?> readable(MutableHttpResponse<?> response, Locale language, String tag) {
        return Languages.mark(response, language)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static MutableHttpResponse<?> tagged(
            MutableHttpResponse<Object> response, HttpRequest<?> request, City city) {
        return told(response, request, city)
                .header(HttpHeaders.ETAG, ETags.of(city, Languages.of(request).getLanguage()));
    }

    private static MutableHttpResponse<?> told(
            MutableHttpResponse<Object> response, HttpRequest<?> request, City city) {
        Locale language = Languages.of(request);
        return Languages.mark(response.body(CityV2.of(city, language)), language)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
