package org.cityapi.domain.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cityapi.domain.city.CityId;

/** All that a log tells of one city. */
public final class WholeHistory {

    private static final int MANY = 100_000;

    private WholeHistory() {}

    /** Its changes, oldest first. */
    public static List<Change> of(ChangeLog changes, CityId city) {
        List<Change> history = new ArrayList<>();
        changes.latest(city, Long.MAX_VALUE, MANY).forEach(logged -> history.add(logged.change()));
        Collections.reverse(history);
        return history;
    }
}
