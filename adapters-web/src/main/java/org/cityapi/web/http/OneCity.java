package org.cityapi.web.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
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
     * The answer to the city of that id.
     *
     * @param digits the id as it stands in the path
     * @param answer makes the answer; it does not wait for anything
     */
    public CompletionStage<HttpResponse<?>> answer(String digits, Function<City, HttpResponse<?>> answer) {
        CityId id = PathIds.city(digits);
        return find.atHand(id)
                .<CompletionStage<HttpResponse<?>>>map(city -> CompletableFuture.completedFuture(answer.apply(city)))
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> answer.apply(find.one(id)), blocking));
    }
}
