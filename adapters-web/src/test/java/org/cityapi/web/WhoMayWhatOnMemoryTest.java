package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoMayWhatOnMemoryTest extends WhoMayWhatContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }

    /** The module that signs people out is not here. */
    @Override
    protected List<PermissionTable.Row> rows() {
        return super.rows().stream()
                .filter(row -> !row.route().equals("POST /logout"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"X-Nothing: 1, 401", "Authorization: viewer, 403", "Authorization: admin, 403"})
    void aRouteWhoseAuthorSaidNothingIsClosed(String caller, int status) {
        assertThat(app.get("/api/v2/ruleless", caller).statusCode()).isEqualTo(status);
    }
}
