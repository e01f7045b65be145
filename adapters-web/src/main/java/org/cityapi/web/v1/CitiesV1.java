package org.cityapi.web.v1;

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
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.cityapi.application.EditCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.http.Bodies;
import org.cityapi.web.http.ETags;
import org.cityapi.web.http.OneCity;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;

/** Cities in version 1. */
@Controller("/api/v1/cities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL) // judged after the right to write
@Secured(SecurityRule.IS_ANONYMOUS)
@Told.Always
final class CitiesV1 {

    static final String PATH = "/api/v1/cities";

    private static final String ONE = "/{id:[1-9][0-9]*}";

    private final OneCity one;
    private final EditCities edit;
    private final CurrentActor actor;
    private final AllCities all;

    CitiesV1(OneCity one, EditCities edit, CurrentActor actor, AllCities all) {
        this.one = one;
        this.edit = edit;
        this.actor = actor;
        this.all = all;
    }

    @Get
    @CityOperations.ListCities
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> list(HttpRequest<?> request) {
        return all.answer(request);
    }

    @Get(ONE)
    @CityOperations.ReadCity
    CompletionStage<MutableHttpResponse<?>> read(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters.none(request);
        return one.answer(request, id, ETags.VERSION_1, CityV1::of);
    }

    @Post
    @CityOperations.CreateCity
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> add(HttpRequest<byte[]> request) {
        City city = edit.add(actor.get(), () -> {
            CityDetails details = read(request).alone();
            Preconditions.checkAddition(request);
            return details;
        });
        return told(HttpResponse.created(URI.create(PATH + "/" + city.id().value())), city);
    }

    @Put(ONE)
    @CityOperations.ReplaceCity
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> replace(HttpRequest<byte[]> request, @PathVariable String id) {
        CityId city = PathIds.city(id);
        City stored = edit.change(actor.get(), city, expected(request, city), () -> {
            CityBodyV1 body = read(request);
            body.check();
            return body::over;
        });
        return told(HttpResponse.ok(), stored);
    }

    @Delete(ONE)
    @CityOperations.DeleteCity
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

    private static CityBodyV1 read(HttpRequest<byte[]> request) {
        byte[] body = Bodies.json(request);
        return CityBodyV1.read(body, QueryParameters.surplus(request));
    }

    /** Version 1 asks for no precondition, but heeds one. */
    private static ExpectedVersion expected(HttpRequest<?> request, CityId city) {
        return Preconditions.ofWrite(request, city, new ExpectedVersion.Any());
    }

    private static HttpResponse<?> told(MutableHttpResponse<Object> response, City city) {
        return response.body(CityV1.of(city)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
