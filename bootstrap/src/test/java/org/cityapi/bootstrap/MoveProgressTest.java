package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveProgressTest {

    private final List<String> lines = new ArrayList<>();
    private Duration time = Duration.ZERO;

    @Test
    void aTableIsToldOfOnceASecondAndAtItsEnd() {
        MoveProgress progress = new MoveProgress(lines::add, () -> time.toNanos());
        for (int rows = 200; rows <= 1_800; rows += 200) {
            progress.moved("import_row", rows, 1_800);
            time = time.plusMillis(400);
        }
        progress.moved("import_job", 1, 1);
        progress.begins("comparing both sides");
        assertThat(lines)
                .containsExactly(
                        "import_row: 200 of 1800",
                        "import_row: 800 of 1800",
                        "import_row: 1400 of 1800",
                        "import_row: 1800 of 1800",
                        "import_job: 1 of 1",
                        "Now comparing both sides");
    }
}
