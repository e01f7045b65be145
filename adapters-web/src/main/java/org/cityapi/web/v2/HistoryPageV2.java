package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cityapi.application.ReadHistory;
import org.cityapi.domain.city.CityId;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * One page of a city's history as version 2 sends it, newest first.
 *
 * @param nextCursor leads to the next page; null on the last
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record HistoryPageV2(List<HistoryEntryV2> items, @Nullable String nextCursor) {

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
    static ReadHistory.Asked asked(HttpRequest<?> request, CityId city, SignedCursors cursors) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("limit", "cursor"), Set.of());
        int limit = Listing.limit(parameters);
        Optional<Long> before = cursors.number(listing(city), parameters);
        parameters.violations().throwIfAny();
        return new ReadHistory.Asked(before.orElse(ReadHistory.NEWEST), limit);
    }

    static HistoryPageV2 of(ReadHistory.Page page, CityId city, SignedCursors cursors) {
        Long next = page.next();
        String cursor = next == null ? null : cursors.write(listing(city), next);
        return new HistoryPageV2(page.items().stream().map(HistoryEntryV2::of).toList(), cursor);
    }

    private static String listing(CityId city) {
        return "history of city " + city.value();
    }
}
