package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;

/** Judges a field of the form as one goes; the form itself is judged when it is sent. */
@Singleton
final class FieldCheck {

    private final Pages pages;
    private final PlaceHint place;
    private final FormFaults faults;

    FieldCheck(Pages pages, PlaceHint place, FormFaults faults) {
        this.pages = pages;
        this.place = place;
        this.faults = faults;
    }

    /** Tells what is wrong with one field, or odd about the place; changes nothing. */
    HttpResponse<?> check(HttpRequest<?> request, SentForm sent) {
        String field = sent.text("field");
        Locale language = Languages.of(request);
        Map<String, Object> shown = new HashMap<>();
        shown.put("field", CityFields.NAMES.contains(field) ? field : "name");
        CityFields fields = CityFields.of(sent, "");
        if (PlaceHint.FIELDS.contains(field)) {
            shown.put("hint", place.of(fields).orElse(""));
        }
        try {
            fields.check();
        } catch (Rejection.Invalid invalid) {
            shown.put("fault", faults.of(invalid, language).get(field));
        }
        return pages.show(request, "cities/fault", shown);
    }
}
