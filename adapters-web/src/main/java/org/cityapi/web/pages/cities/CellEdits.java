package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cityapi.application.EditCities;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.pages.Texts;
import org.cityapi.web.problem.FaultWords;
import org.jspecify.annotations.Nullable;

/** One cell of the list, edited in its place; without a script its link leads to the form of the whole city. */
@Singleton
final class CellEdits {

    private static final String SHOWN = "cities/cell :: shown";
    private static final String EDITED = "cities/cell :: edited";

    private final Pages pages;
    private final FindCities find;
    private final EditCities edit;
    private final CurrentActor actor;
    private final FaultWords texts;

    CellEdits(Pages pages, FindCities find, EditCities edit, CurrentActor actor, FaultWords texts) {
        this.pages = pages;
        this.find = find;
        this.edit = edit;
        this.actor = actor;
        this.texts = texts;
    }

    /** The cell as it is. */
    HttpResponse<?> shown(HttpRequest<?> request, CityId id, String field) {
        return show(request, HttpStatus.OK, SHOWN, find.present().one(id), field, Map.of("found", found(request)));
    }

    /** The cell with a field in it. */
    HttpResponse<?> edited(HttpRequest<?> request, CityId id, String field) {
        if (!Pages.isPartWanted(request)) {
            return Pages.goTo(CityListPage.PATH + "/" + id.value() + "/edit");
        }
        actor.get().require(Permission.UPDATE_CITIES);
        City city = find.present().one(id);
        return show(
                request,
                HttpStatus.OK,
                EDITED,
                city,
                field,
                Map.of("value", value(city, field), "found", found(request)));
    }

    /** The cell as it is from now on, or with what is wrong; nobody signed in, or anew, finds again what he typed. */
    HttpResponse<?> change(HttpRequest<?> request, CityId id, String field, SentForm sent) {
        try {
            Actor who = actor.get();
            if (who.user() == null) {
                return again(request, HttpStatus.UNAUTHORIZED, id, field, sent, Map.of("lost", "yes"));
            } else if (request.getAttribute(CurrentBrowser.UNPROVEN).isPresent()) {
                return again(request, HttpStatus.CONFLICT, id, field, sent, Map.of("unproven", "yes"));
            }
            who.require(Permission.UPDATE_CITIES);
            return saved(request, who, id, sent.number("version"), field, sent);
        } catch (Rejection.Invalid invalid) {
            Locale language = Languages.of(request);
            String fault = texts.text(invalid.violations().get(0), language);
            return again(request, HttpStatus.BAD_REQUEST, id, field, sent, Map.of("fault", fault));
        }
    }

    /** Where other fields alone were changed since the cell was opened, by him in another cell perhaps, that is no conflict. */
    private HttpResponse<?> saved(
            HttpRequest<?> request, Actor who, CityId id, @Nullable Long version, String field, SentForm sent) {
        try {
            ExpectedVersion expected = new ExpectedVersion.OneOf(version == null ? Set.of() : Set.of(version));
            City city = edit.change(who, id, expected, () -> before -> with(before, field, sent.text(field)));
            boolean isNew = version != null && city.version() > version;
            return show(
                    request,
                    HttpStatus.OK,
                    SHOWN,
                    city,
                    field,
                    Map.of("toast", isNew ? "saved" : "", "found", sent.text("found")));
        } catch (Rejection.Stale stale) {
            City now = (City) stale.current();
            if (version != null && sent.has("was") && value(now, field).equals(sent.text("was"))) {
                return saved(request, who, id, now.version(), field, sent);
            }
            return show(
                    request,
                    HttpStatus.CONFLICT,
                    EDITED,
                    now,
                    field,
                    Map.of("value", sent.text(field), "stale", "yes", "found", sent.text("found")));
        }
    }

    private static String value(City city, String field) {
        return CityFields.of(city.details()).value(field);
    }

    /** The field with what was typed, for the version that it was typed for. */
    private HttpResponse<?> again(
            HttpRequest<?> request,
            HttpStatus status,
            CityId id,
            String field,
            SentForm sent,
            Map<String, String> why) {
        City city = find.present().one(id);
        Long version = sent.number("version");
        Map<String, String> more = new HashMap<>(why);
        more.put("value", sent.text(field));
        more.put("found", sent.text("found"));
        more.put("version", Long.toString(version == null ? city.version() : version));
        if (sent.has("was")) {
            more.put("was", sent.text("was"));
        }
        return show(request, status, EDITED, city, field, more);
    }

    /** The other name by which a search had found the city; empty where there is none. */
    private static String found(HttpRequest<?> request) {
        return request.getParameters().getFirst("found").orElse("");
    }

    private static CityDetails with(CityDetails before, String field, String value) {
        Map<String, String> typed = new LinkedHashMap<>(CityFields.of(before).typed());
        typed.put(field, value);
        return new CityFields(typed).check();
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, String view, City city, String field, Map<String, String> more) {
        Map<String, Object> shown = new HashMap<>(more);
        shown.put("present", new FieldTexts(Languages.of(request)).of(field, value(city, field)));
        shown.put("city", CityRow.of(city, more.getOrDefault("found", ""), Texts.of(request), Languages.of(request)));
        shown.putIfAbsent("version", city.version());
        shown.putIfAbsent("was", value(city, field));
        shown.put("before", city.version() - 1);
        shown.put("field", field);
        shown.put("back", ListBack.list(Pages.shownNow(request)).orElse(CityListPage.PATH));
        return pages.show(request, status, view, shown);
    }
}
