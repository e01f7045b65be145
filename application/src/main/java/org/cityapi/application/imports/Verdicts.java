package org.cityapi.application.imports;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.imports.RejectedRow;

/** What becomes of some rows. */
final class Verdicts {

    /** A city and what it is to be. */
    record Change(City before, CityDetails details) {}

    private final List<CityDetails> added = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private int unchanged;

    void add(CityDetails details) {
        added.add(details);
    }

    /** @return whether that makes a difference */
    boolean change(City before, CityDetails details) {
        if (details.equals(before.details())) {
            unchanged++;
            return false;
        }
        changed.add(new Change(before, details));
        return true;
    }

    void reject(RejectedRow row) {
        rejected.add(row);
    }

    List<CityDetails> added() {
        return added;
    }

    List<Change> changed() {
        return changed;
    }

    List<RejectedRow> rejected() {
        return rejected;
    }

    int unchanged() {
        return unchanged;
    }
}
