package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

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

    private static final Set<String> KNOWN = Set.of(
            "q",
            "country",
            "minPopulation",
            "maxPopulation",
            "bbox",
            "near",
            "radiusKm",
            "sort",
            "limit",
            "cursor",
            "fields",
            "count");

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
    static Listing of(HttpRequest<?> request, Cursors cursors) {
        QueryParameters parameters = QueryParameters.of(request, KNOWN, Set.of("country"));
        Violations violations = parameters.violations();
        CityQuery query = query(parameters, sort(parameters));
        int limit = limit(parameters);
        Set<String> fields = fields(parameters);
        boolean counted = oneOf(parameters, "count", Set.of("exact")).isPresent();
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

    /** Which cities the parameters ask for. */
    private static CityQuery query(QueryParameters parameters, @Nullable CitySort sort) {
        Long min = parameters.wholeNumber("minPopulation", 0, Population.MAX).orElse(null);
        Long max = parameters.wholeNumber("maxPopulation", 0, Population.MAX).orElse(null);
        BoundingBox box = Places.box(parameters).orElse(null);
        Coordinates near = Places.near(parameters).orElse(null);
        Circle circle = Places.circle(parameters, near).orElse(null);
        return new CityQuery(
                new CityFilter(countries(parameters), min, max, box, circle),
                text(parameters).orElse(null),
                near,
                sort);
    }

    /** How many items a page may have. */
    static int limit(QueryParameters parameters) {
        return Math.toIntExact(parameters.wholeNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT));
    }

    /** What is searched for. */
    static Optional<SearchText> text(QueryParameters parameters) {
        Optional<String> text = parameters.text("q");
        if (text.isPresent() && text.get().isBlank()) {
            parameters.violations().add("q", Fault.BLANK);
        } else if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > SearchText.MAX_LENGTH) {
            parameters.violations().add("q", Fault.TOO_LONG, Map.of("max", SearchText.MAX_LENGTH));
        }
        return parameters.text("q").map(SearchText::of);
    }

    static Set<CountryCode> countries(QueryParameters parameters) {
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
                notAllowed(parameters, "fields", field, CityV2.FIELDS);
            }
        }
        return fields;
    }

    private static Optional<String> oneOf(QueryParameters parameters, String name, Set<String> allowed) {
        Optional<String> value = parameters.text(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            notAllowed(parameters, name, value.get(), List.copyOf(allowed));
        }
        return value;
    }

    private static void notAllowed(QueryParameters parameters, String name, String value, List<String> allowed) {
        parameters
                .violations()
                .add(name, Fault.NOT_ALLOWED, Map.of("value", value, "allowed", String.join(", ", allowed)));
    }

    private static @Nullable CitySort sort(QueryParameters parameters) {
        Optional<String> text = parameters.text("sort");
        if (text.isEmpty()) {
            return null;
        }
        boolean descending = text.get().startsWith("-");
        Optional<SortField> field = SortField.labelled(descending ? text.get().substring(1) : text.get());
        if (field.isEmpty()) {
            notAllowed(
                    parameters,
                    "sort",
                    text.get(),
                    Arrays.stream(SortField.values()).map(SortField::label).collect(Collectors.toList()));
        }
        return field.map(known -> new CitySort(known, descending)).orElse(null);
    }
}
