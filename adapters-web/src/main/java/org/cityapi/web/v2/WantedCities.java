package org.cityapi.web.v2;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.text.ShortTexts;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The parameters that say which cities are wanted, and in which order. */
public final class WantedCities {

    public static final Set<String> PARAMETERS = Set.of(
            "q", "country", "minPopulation", "maxPopulation", "bbox", "near", "radiusKm", "hasCoordinates", "sort");

    /** Those of them that may be given more than once. */
    public static final Set<String> REPEATABLE = Set.of("country");

    private WantedCities() {}

    /** The query that they make; their faults are noted among the violations. */
    public static CityQuery query(QueryParameters parameters) {
        CitySort sort = sort(parameters);
        Long min = parameters.wholeNumber("minPopulation", 0, Population.MAX).orElse(null);
        Long max = parameters.wholeNumber("maxPopulation", 0, Population.MAX).orElse(null);
        BoundingBox box = Places.box(parameters).orElse(null);
        Coordinates near = Places.near(parameters).orElse(null);
        Circle circle = Places.circle(parameters, near).orElse(null);
        Optional<Boolean> placed =
                parameters.oneOf("hasCoordinates", List.of("true", "false")).map(Boolean::valueOf);
        if (box == null && circle == null && placed.equals(Optional.of(true))) {
            box = BoundingBox.WORLD;
        }
        boolean unplaced = placed.equals(Optional.of(false));
        return new CityQuery(
                new CityFilter(countries(parameters), min, max, box, circle, unplaced),
                text(parameters).orElse(null),
                near,
                sort);
    }

    /** What is searched for. */
    static Optional<SearchText> text(QueryParameters parameters) {
        Optional<String> typed = parameters.text("q");
        Optional<SearchText> text = typed.map(SearchText::of);
        text.ifPresent(kept -> judge(typed.orElseThrow(), kept.typed(), parameters.violations()));
        return text;
    }

    private static void judge(String typed, String kept, Violations violations) {
        if (kept.isBlank()) {
            violations.add("q", Fault.BLANK);
        } else if (Math.min(length(kept), length(ShortTexts.trim(typed))) > SearchText.MAX_LENGTH) {
            violations.add("q", Fault.TOO_LONG, Map.of("max", SearchText.MAX_LENGTH));
        }
    }

    /** What is one character to who types it NFC may write as two, and the other way round. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
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

    private static @Nullable CitySort sort(QueryParameters parameters) {
        Optional<String> text = parameters.text("sort");
        if (text.isEmpty()) {
            return null;
        }
        boolean descending = text.get().startsWith("-");
        Optional<SortField> field = SortField.labelled(descending ? text.get().substring(1) : text.get());
        if (field.isEmpty()) {
            parameters.notAllowed(
                    "sort",
                    text.get(),
                    Arrays.stream(SortField.values()).map(SortField::label).toList());
        }
        return field.map(known -> new CitySort(known, descending)).orElse(null);
    }
}
