package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.web.problem.FaultWords;

/** What the form needs in which cities are looked for, on whichever page. */
@Singleton
final class FindForm {

    private final CountryChoices countries;
    private final FaultWords texts;

    FindForm(CountryChoices countries, FaultWords texts) {
        this.countries = countries;
        this.texts = texts;
    }

    /** What its template is told. */
    Map<String, Object> of(ListAddress address, Locale language) {
        return Map.of(
                "address", address, "countries", countries.in(language), "bands", List.of(PopulationBand.values()));
    }

    /** Why nothing can be looked for. */
    List<String> faults(Rejection.Invalid invalid, Locale language) {
        return invalid.violations().stream()
                .map(each -> each.field() + ": " + texts.text(each, language))
                .toList();
    }
}
