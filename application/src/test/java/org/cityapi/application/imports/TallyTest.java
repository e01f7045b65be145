package org.cityapi.application.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void thatALongRowIsCutTakesNoPlaceAmongTheFaults() {
        RowFault fault = new RowFault(1, 2, "population", "x", Fault.TYPE, Map.of());
        ImportRow row = ImportRow.rejected(1, 2, List.of("x".repeat(ImportRow.LONGEST + 1)), List.of(fault));
        assertThat(row.faults()).hasSize(2);
        Tally tally = new Tally(new CountedStream(InputStream.nullInputStream()));
        for (int i = 0; i < ImportJob.MOST_FAULTS; i++) {
            tally.add(List.of(row));
        }
        assertThat(tally.faults()).hasSize(ImportJob.MOST_FAULTS).containsOnly(fault);
    }
}
