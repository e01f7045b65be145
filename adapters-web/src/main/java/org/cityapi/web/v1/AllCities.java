package org.cityapi.web.v1;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.web.http.JsonArray;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.http.Views;

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
        return HttpResponse.ok(stream(Views.of(find, request), limit, offset))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private InputStream stream(FindCities view, long limit, long offset) {
        Remaining remaining = new Remaining(view, limit);
        return JsonArray.of(() -> remaining.skipping(offset), remaining, this::utf8, turns);
    }

    private byte[] utf8(City city) {
        try {
            return json.writeValueAsBytes(CityV1.of(city));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches batch after batch until as many cities were fetched as are wanted. */
    private static final class Remaining implements Function<City, List<City>> {

        private final FindCities view;
        private long wanted;

        Remaining(FindCities view, long wanted) {
            this.view = view;
            this.wanted = wanted;
        }

        List<City> skipping(long offset) {
            return counted(view.skipping(offset, most()));
        }

        @Override
        public List<City> apply(City last) {
            return wanted == 0 ? List.of() : counted(view.after(last.id(), most()));
        }

        private int most() {
            return (int) Math.min(wanted, BATCH);
        }

        private List<City> counted(List<City> fetched) {
            wanted -= fetched.size();
            return fetched;
        }
    }
}
