package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cityapi.application.AddCities;
import org.cityapi.application.EditCities;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.text.Digest;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;
import org.cityapi.web.pages.Busy;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.problem.Refusals;

/** The form in which cities are added and changed; what was typed is never lost. */
@Singleton
final class CityForms {

    private final CityFormPage page;
    private final FindCities find;
    private final AddCities add;
    private final EditCities edit;
    private final LikeCities like;
    private final CurrentActor actor;
    private final FormFaults faults;
    private final Refusals refusals;
    private final Messages messages;

    CityForms(
            CityFormPage page,
            FindCities find,
            AddCities add,
            EditCities edit,
            LikeCities like,
            CurrentActor actor,
            FormFaults faults,
            Refusals refusals,
            Messages messages) {
        this.page = page;
        this.find = find;
        this.add = add;
        this.edit = edit;
        this.like = like;
        this.actor = actor;
        this.faults = faults;
        this.refusals = refusals;
        this.messages = messages;
    }

    /** An empty form. */
    HttpResponse<?> empty(HttpRequest<?> request) {
        actor.get().require(Permission.CREATE_CITIES);
        return page.show(request, HttpStatus.OK, CityForm.empty(newKey()));
    }

    /** The form of a city that is there. */
    HttpResponse<?> filled(HttpRequest<?> request, CityId id) {
        actor.get().require(Permission.UPDATE_CITIES);
        City city = find.present().one(id);
        CityFields fields = CityFields.of(city.details());
        return page.show(
                request,
                HttpStatus.OK,
                new CityForm(id.value(), city.version(), "", fields, fields, Map.of(), List.of(), false));
    }

    /** The same form again, for whoever has signed in meanwhile; changes nothing. */
    HttpResponse<?> again(HttpRequest<?> request, SentForm sent) {
        CityForm form = CityForm.of(sent);
        return kept(request, form, who -> {
            who.require(form.id() == null ? Permission.CREATE_CITIES : Permission.UPDATE_CITIES);
            return page.show(request, HttpStatus.OK, form);
        });
    }

    /** Adds the city, or shows what keeps it from being added. */
    HttpResponse<?> add(HttpRequest<?> request, SentForm sent) {
        CityForm form = CityForm.of(sent);
        return kept(request, form, who -> {
            who.require(Permission.CREATE_CITIES);
            CityDetails details = form.fields().check();
            AddCities.Wanted wanted = new AddCities.Wanted(
                    details,
                    form.key().isEmpty() ? null : form.key(),
                    Digest.of(form.fields().typed().toString()));
            List<CityRow> cities = sent.has("confirmed") ? List.of() : like.to(details, Languages.of(request));
            // A city that this form has added is like it, of course.
            if (cities.isEmpty() || add.addedUnder(who, wanted.key()).isPresent()) {
                return added(request, form, who, wanted);
            }
            return page.show(request, HttpStatus.CONFLICT, form.with(cities));
        });
    }

    private HttpResponse<?> added(HttpRequest<?> request, CityForm form, Actor who, AddCities.Wanted wanted) {
        try {
            return Pages.goTo(path(add.add(who, () -> wanted).city().id()) + "?added");
        } catch (Rejection.KeyReused sentOtherwise) {
            CityForm next = form.withKey(newKey());
            return add.addedUnder(who, wanted.key())
                    .map(city -> page.show(request, HttpStatus.CONFLICT, next, Map.of("first", path(city))))
                    .orElseThrow(() -> sentOtherwise);
        }
    }

    private static String path(CityId city) {
        return CityListPage.PATH + "/" + city.value();
    }

    /** Changes the city, or shows what keeps it from being changed: faults, or what somebody else has saved since. */
    HttpResponse<?> change(HttpRequest<?> request, CityId id, SentForm sent) {
        CityForm form = CityForm.of(sent);
        return kept(request, form, who -> {
            who.require(Permission.UPDATE_CITIES);
            return changed(request, id, form, who);
        });
    }

    private HttpResponse<?> changed(HttpRequest<?> request, CityId id, CityForm form, Actor who) {
        CityDetails details = form.fields().check();
        Long version = form.version();
        ExpectedVersion expected = new ExpectedVersion.OneOf(version == null ? Set.of() : Set.of(version));
        try {
            City city = edit.change(who, id, expected, () -> before -> details);
            return Pages.goTo(CityNotice.saved(city, version));
        } catch (Rejection.Gone gone) {
            return page.show(request, HttpStatus.GONE, form);
        } catch (Rejection.Stale stale) {
            FieldTexts texts = new FieldTexts(Languages.of(request));
            Conflict conflict = Conflict.of(form, details, (City) stale.current(), texts);
            return page.show(request, conflict);
        }
    }

    /**
     * The form with what was typed, wherever it is not taken. Who sends it is asked once, and here: to find out may need the
     * store.
     */
    private HttpResponse<?> kept(HttpRequest<?> request, CityForm form, Function<Actor, HttpResponse<?>> taken) {
        try {
            Actor who = actor.get();
            if (who.user() == null) {
                return page.show(request, HttpStatus.UNAUTHORIZED, form.withoutPerson());
            }
            return CityFormPage.isUnproven(request) ? page.show(request, HttpStatus.OK, form) : taken.apply(who);
        } catch (Rejection.Forbidden roleLost) {
            refusals.record(request, roleLost);
            return page.show(request, HttpStatus.FORBIDDEN, form, Map.of("forbidden", true));
        } catch (Rejection.Invalid | Rejection.Taken refused) {
            return page.show(request, HttpStatus.BAD_REQUEST, form.with(faults.of(refused, Languages.of(request))));
        } catch (Rejection.Unavailable busy) {
            Map<String, Object> why = Map.of("busy", Busy.text(messages, busy, request));
            return Busy.withWait(request, busy, page.show(request, HttpStatus.SERVICE_UNAVAILABLE, form, why));
        } catch (Rejection.StillRunning twin) {
            return Busy.withWait(page.show(request, HttpStatus.CONFLICT, form, Map.of("running", true)));
        }
    }

    private static String newKey() {
        return Secret.random().value();
    }
}
