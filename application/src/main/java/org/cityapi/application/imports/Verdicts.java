package org.cityapi.application.imports;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowOutcome;

/** What becomes of some rows. */
final class Verdicts {

    /** A city and what it is to be. */
    record Change(City before, CityDetails details) {}

    private final List<ImportRow> rows = new ArrayList<>();
    private final List<CityDetails> added = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();

    void add(DraftRow row, CityDetails details) {
        added.add(details);
        rows.add(ImportRow.inserted(row.number(), row.line(), details));
    }

    /** @return whether that makes a difference */
    boolean change(DraftRow row, City before, CityDetails details) {
        if (details.equals(before.details())) {
            rows.add(ImportRow.unchanged(row.number(), row.line(), before.id(), details));
            return false;
        }
        changed.add(new Change(before, details));
        rows.add(ImportRow.updated(row.number(), row.line(), before.id(), before.details(), details));
        return true;
    }

    void reject(ImportRow row) {
        rows.add(row);
    }

    /** All of them, in the order of their numbers. */
    List<ImportRow> rows() {
        return rows;
    }

    List<ImportRow> rejected() {
        return rows.stream().filter(row -> row.outcome() == RowOutcome.REJECTED).toList();
    }

    List<CityDetails> added() {
        return added;
    }

    List<Change> changed() {
        return changed;
    }
}
