package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.QueryParameters;

/**
 * What a request for a list asks for.
 *
 * @param filter which cities
 * @param sort in which order
 * @param scroll which stretch of them
 */
record Listing(CityFilter filter, CitySort sort, Scroll scroll) {

    static final int MAX_LIMIT = 200;
    static final int DEFAULT_LIMIT = 20;

    private static final Set<String> KNOWN =
            Set.of("country", "minPopulation", "maxPopulation", "sort", "limit", "cursor");

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
    static Listing of(HttpRequest<?> request, Cursors cursors) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN, Set.of("country"));
        Violations violations = parameters.violations();
        Long min = parameters.wholeNumber("minPopulation", 0, Population.MAX).orElse(null);
        Long max = parameters.wholeNumber("maxPopulation", 0, Population.MAX).orElse(null);
        CityFilter filter = new CityFilter(countries(parameters), min, max);
        CitySort sort = sort(parameters);
        int limit = limit(parameters);
        Optional<String> cursor = parameters.text("cursor");
        if (cursor.isPresent() && !cursors.isFormed(cursor.get())) {
            violations.add("cursor", Fault.CURSOR);
        }
        // Whose cursor it is can be judged only by a listing that is understood.
        violations.throwIfAny();
        Scroll scroll = cursor.isEmpty()
                ? Scroll.first(limit)
                : cursors.read(cursor.get(), filter, sort, limit).orElseThrow(() -> {
                    violations.add("cursor", Fault.CURSOR);
                    return violations.asRejection();
                });
        return new Listing(filter, sort, scroll);
    }

    /** How many items a page may have. */
    static int limit(QueryParameters parameters) {
        return Math.toIntExact(parameters.wholeNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT));
    }

    private static Set<CountryCode> countries(QueryParameters parameters) {
        Set<CountryCode> codes = new LinkedHashSet<>();
        for (String code : parameters.list("country")) {
            Optional<Country> country = Countries.catalogue().withCode(code);
            if (country.isPresent()) {
                codes.add(country.get().code());
            } else {
                parameters.violations().add("country", Fault.UNKNOWN_COUNTRY, Map.of("value", code));
            }
        }
        return codes;
    }

    private static CitySort sort(QueryParameters parameters) {
        Optional<String> text = parameters.text("sort");
        if (text.isEmpty()) {
            return CitySort.DEFAULT;
        }
        boolean descending = text.get().startsWith("-");
        String label = descending ? text.get().substring(1) : text.get();
        return SortField.labelled(label)
                .map(field -> new CitySort(field, descending))
                .orElseGet(() -> {
                    String allowed = Arrays.stream(SortField.values())
                            .map(SortField::label)
                            .collect(Collectors.joining(", "));
                    parameters
                            .violations()
                            .add("sort", Fault.NOT_ALLOWED, Map.of("value", text.get(), "allowed", allowed));
                    return CitySort.DEFAULT;
                });
    }
}
