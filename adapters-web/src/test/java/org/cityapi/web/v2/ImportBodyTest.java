package org.cityapi.web.v2;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityapi.domain.imports.ImportFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportBodyTest {

    @ParameterizedTest
    @CsvSource({
        "cities.csv, CSV",
        "Cities.TSV.GZ, CSV",
        "cities.2026.jsonl, NDJSON",
        "cities.geojson.gz, GEOJSON",
        "cities.json, JSON",
        "Cities.JSON.gz, JSON",
        "cities.xlsx,",
        "cities.gz,"
    })
    void theNameOfAFileTellsItsFormat(String name, @Nullable ImportFormat format) {
        assertThat(ImportBody.ofName(name).orElse(null)).isEqualTo(format);
    }
}
