package org.cityapi.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.rejection.Fault;
import org.junit.jupiter.api.Test;

class ImportRowTest {

    private static final RowFault FAULT = RowFault.of(1, Fault.MALFORMED, Map.of());

    private static ImportRow rejected(List<String> cells) {
        return ImportRow.rejected(7, 9, cells, List.of(FAULT));
    }

    private static int size(ImportRow row) {
        return row.cells().stream().mapToInt(String::length).sum();
    }

    @Test
    void aRefusedRowIsKeptAsItIs() {
        List<String> cells = List.of("Lyon", "", "x".repeat(ImportRow.LONGEST - 4));
        assertThat(rejected(cells).cells()).isEqualTo(cells);
        assertThat(rejected(cells).faults()).containsExactly(FAULT);
    }

    @Test
    void ofOneThatIsTooLongTheLongestCellsAreCutAndThatIsTold() {
        ImportRow row = rejected(List.of("Lyon", "x".repeat(900_000), "y".repeat(200)));
        assertThat(row.cells().get(0)).isEqualTo("Lyon");
        assertThat(row.cells().get(1)).startsWith("xxx").endsWith("\u2026");
        assertThat(row.cells().get(2)).isEqualTo("y".repeat(200));
        assertThat(size(row)).isLessThanOrEqualTo(ImportRow.LONGEST + 3);
        assertThat(row.faults())
                .containsExactly(FAULT, new RowFault(7, 9, null, null, Fault.CUT, Map.of("max", ImportRow.LONGEST)));
    }

    @Test
    void manyLongCellsAreCutToo() {
        ImportRow row = rejected(Collections.nCopies(1_000, "z".repeat(1_000)));
        assertThat(size(row)).isLessThanOrEqualTo(ImportRow.LONGEST + 1_000);
        assertThat(rejected(List.of("\ud83c\udf0d".repeat(40_000) + "x"))
                        .cells()
                        .get(0))
                .endsWith("\ud83c\udf0d\u2026");
    }
}
