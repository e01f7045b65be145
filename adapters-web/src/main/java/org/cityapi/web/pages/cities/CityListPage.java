package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.application.FindCities;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Site;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/** The list of cities: to search, to filter, to sort and to share. */
@Singleton
final class CityListPage {

    static final String PATH = "/cities";

    private final Pages pages;
    private final CityList list;
    private final FindForm form;
    private final ListTitle title;
    private final Site site;
    private final CurrentActor actor;
    private final FindCities find;

    CityListPage(
            Pages pages,
            CityList list,
            FindForm form,
            ListTitle title,
            Site site,
            CurrentActor actor,
            FindCities find) {
        this.pages = pages;
        this.list = list;
        this.form = form;
        this.title = title;
        this.site = site;
        this.actor = actor;
        this.find = find;
    }

    HttpResponse<?> show(HttpRequest<?> request) {
        ListAddress address = ListAddress.of(request.getParameters());
        if (ListAddress.hasBlanks(request.getParameters()) && !Pages.isPartWanted(request)) {
            return Pages.goTo(address.path());
        }
        Locale language = Languages.of(request);
        boolean part = Pages.isPartWanted(request);
        Map<String, Object> shown = new HashMap<>(part ? Map.of() : form.of(address, language));
        shown.put("address", address);
        shown.put("title", title.of(address, language, "cities.title"));
        shown.put("part", part);
        shown.put("whole", PATH);
        shown.put("chips", Chip.of(address, PATH, language));
        shown.put("listPath", address.fromTheBeginning().path());
        shown.put("mapPath", address.fromTheBeginning().path(MapPage.PATH));
        shown.put("columns", Column.of(address));
        shown.put("edits", actor.get().permissions().contains(Permission.UPDATE_CITIES));
        shown.put("api", List.of(ApiCall.ofList(site.of(request), address.query())));
        shown.put("deleted", deleted(request));
        shown.put("back", address.path());
        shown.put("restored", present(request, CityNotice.RESTORED));
        shown.put("undone", present(request, CityNotice.UNDONE));
        String view = "cities/list" + (part ? ListPart.of(request).fragment() : "");
        try {
            CityList.Shown found = list.find(request, address, !(part && ListPart.of(request) == ListPart.ROWS));
            shown.put("list", found);
            shown.put("total", new Texts(language).number(found.total()));
            return pages.showToAll(request, HttpStatus.OK, view, shown);
        } catch (Rejection.Invalid invalid) {
            shown.put("faults", form.faults(invalid, language));
            shown.put("chips", Chip.of(address, PATH, language, invalid));
            String whole = part ? "cities/list" + ListPart.RESULTS.fragment() : view;
            return pages.showToAll(request, HttpStatus.BAD_REQUEST, whole, shown);
        }
    }

    /** What the address says was deleted, if it is so. */
    private @Nullable Deleted deleted(HttpRequest<?> request) {
        Deleted told = Deleted.of(request.getParameters().get("deleted"));
        return told != null && isGone(told) ? told : null;
    }

    private boolean isGone(Deleted told) {
        try {
            find.present().one(PathIds.city(told.city()));
            return false;
        } catch (Rejection.NotFound neverThere) {
            return false;
        } catch (Rejection.Gone gone) {
            return true;
        }
    }

    /** The city of which the address tells something, if it is there. */
    private @Nullable String present(HttpRequest<?> request, String name) {
        String told = request.getParameters().get(name);
        boolean isThere = told != null
                && told.matches("[1-9][0-9]{0,17}")
                && find.present().version(PathIds.city(told)).isPresent();
        return isThere ? told : null;
    }

    /** A city that was deleted just now, and the version that can come back. */
    record Deleted(String city, String version) {

        private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]{0,17})");

        static @Nullable Deleted of(@Nullable String told) {
            Matcher form = FORM.matcher(told == null ? "" : told);
            return form.matches() ? new Deleted(form.group(1), form.group(2)) : null;
        }
    }

    /** Which part of the page a script asks for. */
    private enum ListPart {
        /** What comes after the rows that are there. */
        ROWS,
        /** All that depends on the filters. */
        RESULTS;

        static ListPart of(HttpRequest<?> request) {
            return "more".equals(request.getHeaders().get("HX-Target")) ? ROWS : RESULTS;
        }

        String fragment() {
            return " :: " + name().toLowerCase(Locale.ROOT);
        }
    }
}
