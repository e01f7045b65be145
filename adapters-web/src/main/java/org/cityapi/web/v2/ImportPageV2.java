package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * One page of the imports as version 2 sends it, newest first.
 *
 * @param nextCursor leads to the next page; null on the last
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportPageV2(List<ImportV2> items, @Nullable String nextCursor) {

    private static final String LISTING = "imports";

    /** @param before only those of a lower id */
    record Asked(long before, int limit) {

        /** One more than is shown tells whether there are more. */
        ImportCities.Asked wider() {
            return new ImportCities.Asked(before, limit + 1);
        }
    }

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
    static Asked asked(HttpRequest<?> request, SignedCursors cursors) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("limit", "cursor"), Set.of());
        int limit = Listing.limit(parameters);
        Optional<Long> before = cursors.number(LISTING, parameters);
        parameters.violations().throwIfAny();
        return new Asked(before.orElse(Long.MAX_VALUE), limit);
    }

    static ImportPageV2 of(
            List<ImportCities.Told> found,
            Asked asked,
            SignedCursors cursors,
            Function<ImportCities.Told, ImportV2> form) {
        boolean more = found.size() > asked.limit();
        List<ImportCities.Told> shown = more ? found.subList(0, asked.limit()) : found;
        String next = more
                ? cursors.write(LISTING, shown.get(shown.size() - 1).job().id().value())
                : null;
        return new ImportPageV2(shown.stream().map(form).toList(), next);
    }
}
