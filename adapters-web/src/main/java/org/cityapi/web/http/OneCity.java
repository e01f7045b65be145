package org.cityapi.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;

/**
 * Answers with one city: on the thread of the connection where it is at hand, else on one that may wait for the store.
 * To change threads costs a third of the whole request.
 */
@Singleton
public final class OneCity {

    private final FindCities find;
    private final ExecutorService blocking;

    OneCity(FindCities find, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.find = find;
        this.blocking = blocking;
    }

    /**
     * The answer to a request for the city of that id: 304 where the client has it already.
     *
     * @param digits the id as it stands in the path
     * @param form as in {@link ETags#of(City, String)}
     * @param body makes the body; it does not wait for anything
     */
    public CompletionStage<MutableHttpResponse<?>> answer(
            HttpRequest<?> request, String digits, String form, Function<City, Object> body) {
        CityId id = PathIds.city(digits);
        FindCities view = Views.of(find, request);
        return view.atHand(id)
                .<CompletionStage<MutableHttpResponse<?>>>map(
                        city -> CompletableFuture.completedFuture(told(request, city, form, body)))
                .orElseGet(() -> CompletableFuture.supplyAsync(
                        () -> knownByVersion(view, request, id, form)
                                .orElseGet(() -> told(request, view.one(id), form, body)),
                        blocking));
    }

    private static MutableHttpResponse<?> told(
            HttpRequest<?> request, City city, String form, Function<City, Object> body) {
        String tag = ETags.of(city, form);
        return Preconditions.isKnown(request, city, tag)
                ? tagged(HttpResponse.notModified(), tag)
                : tagged(HttpResponse.ok(body.apply(city)), tag);
    }

    /** 304 where the version tells that it is due: no more of the city is read then. */
    private static Optional<MutableHttpResponse<?>> knownByVersion(
            FindCities view, HttpRequest<?> request, CityId id, String form) {
        if (!Preconditions.versionMayTell(request, id)) {
            return Optional.empty();
        }
        return view.version(id)
                .map(version -> ETags.of(id, version, form))
                .filter(tag -> Preconditions.isListed(request, tag))
                .map(tag -> tagged(HttpResponse.notModified(), tag));
    }

    private static MutableHttpResponse<?> tagged(MutableHttpResponse<?> response, String tag) {
        return response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
