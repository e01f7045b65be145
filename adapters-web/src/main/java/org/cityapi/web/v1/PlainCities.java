package org.cityapi.web.v1;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;

/** What {@code /cities} answers to clients that do not ask for a page: the same as version 1. */
@Singleton
public final class PlainCities {

    private final CitiesV1 cities;

    PlainCities(CitiesV1 cities) {
        this.cities = cities;
    }

    /** All cities. */
    public HttpResponse<?> list(HttpRequest<?> request) {
        return json(cities.list(request));
    }

    /** Adds one. */
    public HttpResponse<?> add(HttpRequest<byte[]> request) {
        return json(cities.add(request));
    }

    private static HttpResponse<?> json(HttpResponse<?> answer) {
        return answer.toMutableResponse().contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
