package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * One page of what becomes of the rows of a file as version 2 sends it, in the order of the file.
 *
 * @param nextCursor leads to the next page; null on the last
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportRowPageV2(List<ImportRowV2> items, @Nullable String nextCursor) {

    private static final List<String> OUTCOMES = Stream.of(RowOutcome.values())
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
            .toList();

    /**
     * Which rows are asked for.
     *
     * @param outcome only those with it; null for all
     * @param number only those after it
     */
    record Asked(ImportId id, @Nullable RowOutcome outcome, long number, int limit) {

        /** One more than is shown tells whether there are more. */
        int wider() {
            return limit + 1;
        }

        private String listing() {
            return "rows of import " + id.value() + " " + outcome;
        }
    }

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
    static Asked asked(HttpRequest<?> request, ImportId id, SignedCursors cursors) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("outcome", "limit", "cursor"), Set.of());
        RowOutcome outcome = parameters
                .oneOf("outcome", OUTCOMES)
                .map(text -> RowOutcome.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(null);
        Asked all = new Asked(id, outcome, 0, Listing.limit(parameters));
        Asked asked = cursors.number(all.listing(), parameters)
                .map(number -> new Asked(id, outcome, number, all.limit()))
                .orElse(all);
        parameters.violations().throwIfAny();
        return asked;
    }

    static ImportRowPageV2 of(
            List<ImportRow> found, Asked asked, SignedCursors cursors, Function<ImportRow, ImportRowV2> form) {
        boolean more = found.size() > asked.limit();
        List<ImportRow> shown = more ? found.subList(0, asked.limit()) : found;
        String next = more
                ? cursors.write(asked.listing(), shown.get(shown.size() - 1).number())
                : null;
        return new ImportRowPageV2(shown.stream().map(form).toList(), next);
    }
}
