package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.MapParts;
import org.cityapi.web.pages.Pages;

/** Shows the form of a city, or of what somebody else has saved first. */
@Singleton
final class CityFormPage {

    private final Pages pages;
    private final MapParts parts;

    CityFormPage(Pages pages, MapParts parts) {
        this.pages = pages;
        this.parts = parts;
    }

    /** Whether the form that was sent does not prove that it comes from our page. */
    static boolean isUnproven(HttpRequest<?> request) {
        return request.getAttribute(CurrentBrowser.UNPROVEN).isPresent();
    }

    HttpResponse<?> show(HttpRequest<?> request, Conflict conflict) {
        return pages.show(
                request, HttpStatus.CONFLICT, "cities/conflict", Map.of("conflict", conflict, "filling", true));
    }

    MutableHttpResponse<?> show(HttpRequest<?> request, HttpStatus status, CityForm form) {
        return show(request, status, form, Map.of());
    }

    /** @param why it is shown again, as its template knows it */
    MutableHttpResponse<?> show(HttpRequest<?> request, HttpStatus status, CityForm form, Map<String, Object> why) {
        Locale language = Languages.of(request);
        Map<String, Object> shown = new HashMap<>(why);
        shown.put("form", form);
        shown.put("countries", CityForm.countries(language));
        shown.put("zones", CityForm.zones());
        shown.put("filling", true);
        shown.put("parts", parts);
        shown.put("gone", status == HttpStatus.GONE);
        shown.put("unproven", isUnproven(request) && !form.lost());
        String part = Pages.isPartWanted(request) ? " :: sheet" : "";
        return pages.show(request, status, "cities/form" + part, shown);
    }
}
