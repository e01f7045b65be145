package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.http.QueryParameters;

/**
 * What a request for a list asks for.
 *
 * @param query which cities, and in which order
 * @param scroll which stretch of them
 * @param fields of each city only these; all that lists have when empty
 * @param counted whether to tell how many there are in all
 */
record Listing(CityQuery query, Scroll scroll, Set<String> fields, boolean counted) {

    static final int MAX_LIMIT = 200;
    static final int DEFAULT_LIMIT = 20;

    private static final Set<String> KNOWN = Stream.concat(
                    WantedCities.PARAMETERS.stream(), Stream.of("limit", "cursor", "fields", "count"))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
    static Listing of(HttpRequest<?> request, Cursors cursors) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN, WantedCities.REPEATABLE);
        Violations violations = parameters.violations();
        CityQuery query = WantedCities.query(parameters);
        int limit = limit(parameters);
        Set<String> fields = fields(parameters);
        boolean counted = parameters.oneOf("count", List.of("exact")).isPresent();
        Optional<String> cursor = parameters.text("cursor");
        if (cursor.isPresent() && !cursors.isFormed(cursor.get())) {
            violations.add("cursor", Fault.CURSOR);
        }
        // Whose cursor it is can be judged only by a listing that is understood.
        violations.throwIfAny();
        Scroll scroll = cursor.isEmpty()
                ? Scroll.first(limit)
                : cursors.read(cursor.get(), query, limit).orElseThrow(() -> {
                    violations.add("cursor", Fault.CURSOR);
                    return violations.asRejection();
                });
        return new Listing(query, scroll, fields, counted);
    }

    /** How many items a page may have. */
    static int limit(QueryParameters parameters) {
        return Math.toIntExact(parameters.wholeNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT));
    }

    private static Set<String> fields(QueryParameters parameters) {
        Set<String> fields = new LinkedHashSet<>();
        for (String field : parameters
                .text("fields")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of())) {
            if (CityV2.FIELDS.contains(field)) {
                if (!fields.add(field)) {
                    parameters.violations().add("fields", Fault.REPEATED);
                }
            } else {
                parameters.notAllowed("fields", field, CityV2.FIELDS);
            }
        }
        return fields;
    }
}
