package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.cityapi.application.CityPage;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.web.Languages;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.http.Views;

/** Cities whose names go on as somebody types. */
@Controller("/api/v2/cities/suggest")
@Produces(MediaType.APPLICATION_JSON)
@Secured(SecurityRule.IS_ANONYMOUS)
@Told.Always
final class SuggestionsV2 {

    static final int MAX_LIMIT = 20;
    private static final int DEFAULT_LIMIT = 10;

    private static final Set<String> KNOWN = Set.of("q", "country", "limit");

    private final FindCities find;
    private final ExecutorService blocking;

    SuggestionsV2(FindCities find, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.find = find;
        this.blocking = blocking;
    }

    @Get
    @CityReading.SuggestCities
    CompletionStage<HttpResponse<?>> suggest(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN, WantedCities.REPEATABLE);
        Optional<SearchText> text = WantedCities.text(parameters);
        if (text.isEmpty() && !parameters.violations().has("q")) {
            parameters.violations().add("q", Fault.REQUIRED);
        }
        CityFilter filter = new CityFilter(WantedCities.countries(parameters), null, null);
        int limit =
                Math.toIntExact(parameters.wholeNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT));
        parameters.violations().throwIfAny();
        CityQuery query = new CityQuery(filter, text.orElseThrow(), null, null);
        Scroll first = Scroll.first(limit);
        Locale language = Languages.of(request);
        // On the thread of the connection where nobody has to wait: to change threads costs a third of the request.
        FindCities view = Views.of(find, request);
        return view.pageAtHand(query, first)
                .<CompletionStage<HttpResponse<?>>>map(page -> CompletableFuture.completedFuture(told(page, language)))
                .orElseGet(() ->
                        CompletableFuture.supplyAsync(() -> told(view.page(query, first), language), blocking));
    }

    private static HttpResponse<?> told(CityPage page, Locale language) {
        List<SuggestionV2> items =
                page.items().stream().map(hit -> SuggestionV2.of(hit, language)).toList();
        return Languages.mark(HttpResponse.ok(new SuggestionListV2(items)), language)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
    }
}
