package org.cityapi.web.pages.cities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.web.Languages;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.MapParts;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Site;
import org.cityapi.web.pages.Texts;

/** The list of cities on a map of the world, with the same filters. */
@Controller(MapPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class MapPage {

    static final String PATH = CityListPage.PATH + "/map";

    private final Pages pages;
    private final MapCities cities;
    private final FindForm form;
    private final MapParts parts;
    private final ListTitle title;
    private final Site site;

    MapPage(Pages pages, MapCities cities, FindForm form, MapParts parts, ListTitle title, Site site) {
        this.pages = pages;
        this.cities = cities;
        this.form = form;
        this.parts = parts;
        this.title = title;
        this.site = site;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        ListAddress address = ListAddress.of(request.getParameters()).fromTheBeginning();
        boolean part = Pages.isPartWanted(request);
        if (ListAddress.hasBlanks(request.getParameters()) && !part) {
            return Pages.goTo(request.getParameters()
                    .getFirst(MapCities.WINDOW)
                    .filter(window -> !window.isBlank())
                    .map(window -> with(address, window))
                    .orElse(address.path(PATH)));
        }
        Locale language = Languages.of(request);
        Map<String, Object> shown = new HashMap<>(part ? Map.of() : form.of(address, language));
        shown.put("address", address);
        shown.put("title", title.of(address, language, "map.title"));
        shown.put("api", ApiCall.ofList(site.of(request), address.query()));
        shown.put("whole", PATH);
        shown.put("chips", Chip.of(address, PATH, language));
        shown.put("listPath", address.path());
        shown.put("parts", parts);
        String view = part ? "cities/map :: drawn" : "cities/map";
        try {
            MapCities.Shown found = cities.find(request, address);
            shown.put("map", found);
            shown.put("total", new Texts(language).number(found.total()));
            shown.put("shownCount", new Texts(language).number(found.points().size()));
            shown.put("moves", moves(address, found.window()));
            shown.put("outside", new Texts(language).number(found.outside()));
            shown.put("world", with(address, MapWindow.WORLD.text()));
            shown.put(
                    "only", address.with(ListAddress.BOX, found.window().text()).path(PATH));
            return pages.showToAll(request, HttpStatus.OK, view, shown);
        } catch (Rejection.Invalid invalid) {
            shown.put("faults", form.faults(invalid, language));
            shown.put("chips", Chip.of(address, PATH, language, invalid));
            return pages.showToAll(request, HttpStatus.BAD_REQUEST, view, shown);
        }
    }

    /** The same map with another window: names of moves and addresses. */
    private static List<Map.Entry<String, String>> moves(ListAddress address, MapWindow window) {
        return window.moves().stream()
                .map(move -> Map.entry(move.label(), with(address, move.window().text())))
                .toList();
    }

    private static String with(ListAddress address, String window) {
        String path = address.path(PATH);
        return path + (path.contains("?") ? "&" : "?") + MapCities.WINDOW + "="
                + URLEncoder.encode(window, UTF_8).replace("%2C", ",");
    }
}
