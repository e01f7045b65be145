package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.web.problem.FaultWords;

/** What is wrong with the fields of a form, in words that stand beside them. */
@Singleton
final class FormFaults {

    private final FaultWords words;

    FormFaults(FaultWords words) {
        this.words = words;
    }

    /** By the names of the fields in their order, the first fault of each. */
    Map<String, String> of(Rejection refused, Locale language) {
        if (refused instanceof Rejection.Invalid invalid) {
            return invalid.violations().stream()
                    .sorted(Comparator.comparing(each -> CityFields.NAMES.indexOf(each.field())))
                    .collect(Collectors.toMap(
                            each -> each.field(),
                            each -> words.text(each, language),
                            (first, second) -> first,
                            LinkedHashMap::new));
        }
        return Map.of(
                "geonameId", words.text(new Violation("geonameId", "/geonameId", Fault.TAKEN, Map.of()), language));
    }
}
