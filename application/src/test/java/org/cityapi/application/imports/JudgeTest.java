package org.cityapi.application.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.OnError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {

    private static final ImportOrder ORDER =
            new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, false, false);

    private int lookups;

    private final ManyCities register = new ManyCities() {
        @Override
        public Map<CityId, City> find(Collection<CityId> ids) {
            lookups++;
            return Map.of();
        }

        @Override
        public Map<GeonameId, City> withGeonameIds(Collection<GeonameId> ids) {
            lookups++;
            return Map.of();
        }

        @Override
        public <T> T together(Function<Writes, T> work) {
            throw new AssertionError("a judge writes nothing");
        }
    };

    @ParameterizedTest
    @EnumSource(ImportMode.class)
    void inARegisterThatBeganEmptyNothingIsLookedFor(ImportMode mode) {
        List<CheckedRow> rows = rows("Lyon\nParis");
        assertThat(new Judge(register, mode, true).judge(rows).added()).hasSize(2);
        assertThat(lookups).isZero();
        assertThat(new Judge(register, mode, false).judge(rows).added()).hasSize(2);
        assertThat(lookups).isPositive();
    }

    private static List<CheckedRow> rows(String lines) {
        CityFiles.DraftRows rows = new CityLines().open(new ByteArrayInputStream(lines.getBytes(UTF_8)), ORDER, 1_000);
        List<CheckedRow> checked = new ArrayList<>();
        rows.forEachRemaining(row -> checked.add(CheckedRow.of(row)));
        return checked;
    }
}
