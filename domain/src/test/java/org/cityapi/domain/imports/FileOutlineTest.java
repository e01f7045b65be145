package org.cityapi.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileOutlineTest {

    private static final FileOutline OUTLINE = new FileOutline(
            ImportFormat.CSV,
            7,
            List.of(
                    new FileOutline.Column("Bern", "name", List.of("Lyon", "Nice")),
                    new FileOutline.Column(" ", "", List.of("5")),
                    new FileOutline.Column("CH", "", List.of())),
            true);

    private static FileOutline chosen(FileOutline outline, boolean isHeaded) {
        return outline.with(new FileOutline.Choice(List.of("name", "no such field", "countryCode", "id"), isHeaded));
    }

    @Test
    void whetherTheFirstLineIsARowIsSaidAndTakenBack() {
        FileOutline row = chosen(OUTLINE, false);
        assertThat(row.rows()).isEqualTo(8);
        assertThat(chosen(row, false)).isEqualTo(row);
        assertThat(chosen(row, true).rows()).isEqualTo(7);
        assertThat(chosen(row, true)).isEqualTo(chosen(OUTLINE, true));
        assertThat(row.shown())
                .containsExactly(
                        new FileOutline.Column("#1", "name", List.of("Bern", "Lyon", "Nice")),
                        new FileOutline.Column("#2", "", List.of("5")),
                        new FileOutline.Column("#3", "countryCode", List.of("CH")));
        assertThat(OUTLINE.shown()).extracting(FileOutline.Column::name).containsExactly("Bern", "#2", "CH");
    }

    @Test
    void whereThereAreNoLinesNoneIsARow() {
        FileOutline json = new FileOutline(ImportFormat.NDJSON, 7, OUTLINE.columns(), true);
        assertThat(chosen(json, false)).isEqualTo(chosen(json, true));
        assertThat(chosen(json, false).rows()).isEqualTo(7);
    }

    @Test
    void theOnlyLineIsARow() {
        FileOutline one = new FileOutline(ImportFormat.CSV, 1, OUTLINE.columns(), false);
        assertThat(chosen(one, true)).isEqualTo(chosen(one, false));
        assertThat(chosen(one, true).rows()).isEqualTo(1);
    }

    @Test
    void whatAColumnMeansIsToldByWhatItIsCalled() {
        ColumnMatch headed = chosen(OUTLINE, true).match();
        assertThat(headed.meaning("CH")).isEqualTo("countryCode");
        assertThat(headed.meaning("#3")).isEqualTo("#3");
        assertThat(headed.meaning("#2")).isEqualTo("#2");
        assertThat(headed.meaning("population")).isEqualTo("population");
        ColumnMatch headless = chosen(OUTLINE, false).match();
        assertThat(headless.meaning("#3")).isEqualTo("countryCode");
        assertThat(headless.meaning("CH")).isEqualTo("CH");
    }
}
