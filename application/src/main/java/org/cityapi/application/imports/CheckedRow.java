package org.cityapi.application.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A row, judged for itself.
 *
 * @param details what a new city would be; null when the row has faults
 * @param faults none when there are details
 */
record CheckedRow(DraftRow row, @Nullable CityDetails details, List<RowFault> faults) {

    /** Judges a row that stands for a new city. */
    static CheckedRow of(DraftRow row) {
        return check(row, row.draft());
    }

    /** The same row, judged as what a city is to be that was like that before. */
    CheckedRow over(CityDetails before) {
        return row.isWhole() || row.isBroken() ? this : check(row, row.over(CityDraft.of(before)));
    }

    private static CheckedRow check(DraftRow row, CityDraft draft) {
        if (row.isBroken()) {
            return new CheckedRow(row, null, faults(row, row.faults()));
        }
        Violations violations = new Violations();
        row.faults().forEach(found -> violations.add(found.field(), found.fault(), found.details()));
        try {
            return new CheckedRow(row, draft.check(violations), List.of());
        } catch (Rejection.Invalid invalid) {
            return new CheckedRow(row, null, faults(row, invalid.violations()));
        }
    }

    private static List<RowFault> faults(DraftRow row, List<Violation> violations) {
        return violations.stream()
                .map(each -> row.fault(each.field(), each.fault(), each.details()))
                .toList();
    }

    /** The id that it tells; empty where it tells none that a city could have. */
    Optional<Long> id() {
        return Optional.ofNullable(row.id()).map(BigDecimal::longValueExact);
    }

    /** Whether it lacks what a new city must have. */
    boolean isIncomplete() {
        return faults.stream().anyMatch(each -> each.fault() == Fault.REQUIRED);
    }

    ImportRow rejected(RowFault fault) {
        List<RowFault> all = new ArrayList<>(faults);
        all.add(fault);
        return ImportRow.rejected(row.number(), row.line(), row.source().cells(), all);
    }

    ImportRow rejected() {
        return ImportRow.rejected(row.number(), row.line(), row.source().cells(), faults);
    }
}
