package org.cityapi.web.v1;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.web.http.JsonArray;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.http.Views;
import org.jspecify.annotations.Nullable;

/** Version 1's list: every city in the order of ids as one array, or a slice of it, streamed batch by batch. */
@Singleton
final class AllCities {

    private static final int BATCH = 500;

    /** However many ask for the whole list at once, they leave processors and connections of the database to others. */
    private static final int READ_AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(READ_AT_ONCE, true);

    private final FindCities find;
    private final JsonMapper json;

    AllCities(FindCities find, JsonMapper json) {
        this.find = find;
        this.json = json;
    }

    HttpResponse<?> answer(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("limit", "offset"), Set.of());
        long limit = parameters.count("limit").orElse(Long.MAX_VALUE);
        long offset = parameters.count("offset").orElse(0L);
        parameters.violations().throwIfAny();
        Remaining remaining = new Remaining(Views.of(find, request), limit, offset);
        return HttpResponse.ok(JsonArray.of(remaining, this::utf8, turns))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private byte[] utf8(City city) {
        try {
            return json.writeValueAsBytes(CityV1.of(city));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many cities as are wanted, or are there. */
    private static final class Remaining implements JsonArray.Batches<City> {

        private final FindCities view;
        private final long offset;
        private long wanted;

        Remaining(FindCities view, long limit, long offset) {
            this.view = view;
            this.offset = offset;
            wanted = limit;
        }

        @Override
        public List<City> after(@Nullable City last) {
            int most = (int) Math.min(wanted, BATCH);
            List<City> fetched = last == null ? view.skipping(offset, most) : view.after(last.id(), most);
            wanted = fetched.size() < most ? 0 : wanted - most;
            return fetched;
        }

        @Override
        public boolean isOver() {
            return wanted == 0;
        }
    }
}
