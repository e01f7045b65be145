package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cityapi.web.pages.OwnPath;
import org.jspecify.annotations.Nullable;

/** The list of cities that somebody came from, and comes back to: its address as a browser or a form tells it, judged. */
final class ListBack {

    /** What a list told of before. */
    private static final Pattern TOLD = Pattern.compile("(?<=[?&])(?:deleted|restored|undone)=[^&]*(?:&|$)");

    private ListBack() {}

    /** The list from which a link led here, as the address or else the browser says; empty where it was none of ours. */
    static Optional<String> of(HttpRequest<?> request, String site) {
        return list(request.getParameters().get("back"))
                .or(() -> OwnPath.before(request, site).flatMap(ListBack::list));
    }

    /** That address without what it told before, if it is one of a list. */
    static Optional<String> list(@Nullable String told) {
        return OwnPath.of(told)
                .filter(path -> path.equals(CityListPage.PATH) || path.startsWith(CityListPage.PATH + "?"))
                .map(path -> TOLD.matcher(path).replaceAll("").replaceFirst("[?&]$", ""));
    }

    /** The list, which is to tell that. */
    static String telling(String list, String name, String value) {
        return list + (list.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
