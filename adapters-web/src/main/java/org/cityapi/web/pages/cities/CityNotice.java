package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.jspecify.annotations.Nullable;

/** What the page of a city tells of what has just been done there, by the address that leads to it. */
final class CityNotice {

    /** Parameter: the version in which a deleted city came back. */
    static final String RESTORED = "restored";

    /** Parameter of the list: the city of which a save was taken back there. */
    static final String UNDONE = "undone";

    /** Parameter: the version that a save made. */
    private static final String SAVED = "saved";

    /** Parameter: the version that a save left as it was. */
    private static final String UNCHANGED = "unchanged";

    private CityNotice() {}

    /** What has just been done, as far as it is still so: added, saved, restored, unchanged or stale; empty for nothing. */
    static String of(HttpRequest<?> request, long version) {
        if (request.getParameters().contains("added")) {
            return version == 1 ? "added" : "";
        } else if (request.getParameters().contains("stale")) {
            return "stale";
        }
        return Stream.of(SAVED, RESTORED, UNCHANGED)
                .filter(done ->
                        Long.toString(version).equals(request.getParameters().get(done)))
                .filter(done -> version > 1 || done.equals(UNCHANGED))
                .findFirst()
                .orElse("");
    }

    /**
     * The city's page, told whether the save changed anything: Undo is offered only if it did, as it would take back the
     * change before otherwise.
     */
    static String saved(City city, @Nullable Long before) {
        boolean isNew = before == null || city.version() > before;
        return CityListPage.PATH + "/" + city.id().value() + "?" + (isNew ? SAVED : UNCHANGED) + "=" + city.version();
    }
}
