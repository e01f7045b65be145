package org.cityapi.web.v1;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** {@code /cities} for clients that do not ask for a page: what version 1 answers. */
@Controller("/cities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden // the same as version 1, under the address of the page
final class PlainCities {

    private final CitiesV1 cities;

    PlainCities(CitiesV1 cities) {
        this.cities = cities;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return cities.list(request);
    }

    @Post
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> add(HttpRequest<byte[]> request) {
        return cities.add(request);
    }
}
