package org.cityapi.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Finds out from the log who made cities, and when, whether they are still there or not. */
final class Origins {

    private final ChangeLog changes;

    Origins(ChangeLog changes) {
        this.changes = changes;
    }

    /**
     * The beginning of a city.
     *
     * @param by null for a city of the first load
     */
    record Origin(@Nullable UserId by, Instant at) {}

    /** The origins of those of these cities of which the log tells. */
    Map<CityId, Origin> of(Collection<CityId> cities) {
        Map<CityId, Origin> origins = new HashMap<>();
        changes.firstOf(cities).forEach((city, first) -> origins.put(city, origin(first)));
        return origins;
    }

    /** The origin of a city of which the log tells. */
    Origin of(CityId city) {
        return of(List.of(city)).values().stream().findFirst().orElseThrow();
    }

    /** A city that was there before its first change came with the load, which is the first entry of all. */
    private Origin origin(Change first) {
        return first.before() == null
                ? new Origin(first.by(), first.at())
                : changes.after(0, 1).stream()
                        .map(logged -> logged.change())
                        .filter(change -> change.action() == Action.LOAD)
                        .map(load -> new Origin(null, load.at()))
                        .findFirst()
                        .orElseGet(() -> new Origin(null, first.at()));
    }
}
