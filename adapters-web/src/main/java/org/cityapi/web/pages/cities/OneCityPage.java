package org.cityapi.web.pages.cities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cityapi.application.EditCities;
import org.cityapi.application.FindCities;
import org.cityapi.application.ReadHistory;
import org.cityapi.application.RestoreCities;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.http.Views;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.pages.Site;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/** One city: all that is known of it, its history, and what one can do with it. */
@Singleton
final class OneCityPage {

    private static final int HISTORY = 50;

    private final Pages pages;
    private final FindCities find;
    private final EditCities edit;
    private final RestoreCities restore;
    private final ReadHistory history;
    private final CurrentActor actor;
    private final Site site;

    OneCityPage(
            Pages pages,
            FindCities find,
            EditCities edit,
            RestoreCities restore,
            ReadHistory history,
            CurrentActor actor,
            Site site) {
        this.pages = pages;
        this.find = find;
        this.edit = edit;
        this.restore = restore;
        this.history = history;
        this.actor = actor;
        this.site = site;
    }

    HttpResponse<?> show(HttpRequest<?> request, CityId id) {
        City city = Views.of(find, request).one(id);
        Locale language = Languages.of(request);
        Texts texts = Texts.of(request);
        Map<String, Object> shown = new HashMap<>();
        shown.put("city", city);
        shown.put("name", city.details().name().value());
        shown.put("country", Countries.catalogue().of(city.details().country()));
        shown.put(
                "countryName",
                Countries.catalogue().of(city.details().country()).name(language));
        shown.put("fields", CityFields.of(city.details()));
        Coordinates place = city.details().coordinates();
        shown.put("place", place == null ? null : texts.exactly(place));
        long population = city.details().population().value();
        shown.put("population", population == 0 ? null : texts.number(population));
        shown.put(
                "otherNames",
                city.details().otherNames().stream().map(CityName::value).toList());
        shown.put("changed", texts.time(city.updatedAt()));
        String path = "/api/v2/cities/" + id.value();
        shown.put("api", List.of(ApiCall.open(site.of(request), path)));
        shown.put("historyApi", List.of(ApiCall.signedIn(site.of(request), path + "/history")));
        String back = ListBack.of(request, site.of(request)).orElse("");
        String self = CityListPage.PATH + "/" + id.value();
        String here = back.isEmpty() ? self : self + "?back=" + URLEncoder.encode(back, UTF_8);
        shown.put("newest", here + "#history");
        shown.put("history", history(request, city, texts, here));
        shown.put("notice", CityNotice.of(request, city.version()));
        shown.put("back", back);
        return pages.showToAll(request, HttpStatus.OK, "cities/city", shown);
    }

    /** @param older the address at which it goes on; null at its end */
    public record History(List<HistoryRow> rows, @Nullable String older, boolean isNewest) {}

    private History history(HttpRequest<?> request, City city, Texts texts, String here) {
        Actor caller = actor.get();
        if (!caller.permissions().contains(Permission.READ_HISTORY)) {
            return new History(List.of(), null, true);
        }
        long before = ActivityAddress.of(request.getParameters()).before();
        FieldTexts fields = new FieldTexts(Languages.of(request));
        ReadHistory.Page page = history.page(caller, city.id(), () -> new ReadHistory.Asked(before, HISTORY));
        List<HistoryRow> rows = new ArrayList<>();
        page.items().forEach(named -> rows.add(HistoryRow.of(named, city.version(), texts, fields)));
        if (page.next() == null && !page.items().isEmpty()) {
            Change first = page.items().get(page.items().size() - 1).logged().change();
            HistoryRow.loaded(first, city, texts, fields).ifPresent(rows::add);
        }
        return new History(
                rows,
                page.next() == null
                        ? null
                        : here + (here.contains("?") ? "&" : "?") + "before=" + page.next() + "#history",
                before == ReadHistory.NEWEST);
    }

    HttpResponse<?> delete(HttpRequest<?> request, CityId id, SentForm sent) {
        try {
            edit.delete(actor.get(), id, () -> new ExpectedVersion.OneOf(Set.of(version(sent, "version"))));
            String list = ListBack.list(sent.text("back")).orElse(CityListPage.PATH);
            return Pages.goTo(ListBack.telling(list, "deleted", id.value() + "-" + sent.text("version")));
        } catch (Rejection.Stale stale) {
            return Pages.goTo(stale(id, sent));
        }
    }

    /** The page of a city that is another by now, from which one comes back to the list that the form stood on. */
    private static String stale(CityId id, SentForm sent) {
        String back = ListBack.list(sent.text("back"))
                .map(list -> "&back=" + URLEncoder.encode(list, UTF_8))
                .orElse("");
        return CityListPage.PATH + "/" + id.value() + "?stale" + back;
    }

    HttpResponse<?> restore(HttpRequest<?> request, CityId id, SentForm sent) {
        Long expected = sent.number("expected");
        Long before = find.present().version(id).orElse(null);
        try {
            City city = restore.restore(
                    actor.get(),
                    id,
                    expected == null ? new ExpectedVersion.Any() : new ExpectedVersion.OneOf(Set.of(expected)),
                    () -> version(sent, "version"));
            return Pages.goTo(ListBack.list(sent.text("back"))
                    .map(list -> ListBack.telling(
                            list, before == null ? CityNotice.RESTORED : CityNotice.UNDONE, Long.toString(id.value())))
                    .orElse(
                            before == null
                                    ? CityListPage.PATH + "/" + id.value() + "?" + CityNotice.RESTORED + "="
                                            + city.version()
                                    : CityNotice.saved(city, before)));
        } catch (Rejection.Stale | Rejection.Absent other) {
            return Pages.goTo(stale(id, sent));
        } catch (Rejection.Taken taken) {
            Map<String, Object> shown = new HashMap<>(Map.of("value", taken.value()));
            shown.put(
                    "holder",
                    restore.holder(new GeonameId(Long.parseLong(taken.value()))).orElse(null));
            if (before != null) {
                shown.put("city", find.present().one(id));
            }
            return pages.show(request, HttpStatus.CONFLICT, "cities/taken", shown);
        }
    }

    private static long version(SentForm sent, String field) {
        Long version = sent.number(field);
        if (version == null) {
            Violations violations = new Violations();
            violations.add(field, Fault.REQUIRED);
            throw violations.asRejection();
        }
        return version;
    }
}
