package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoMayWhatOnMemoryTest extends WhoMayWhatContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }

    @ParameterizedTest
    @CsvSource({"X-Nothing: 1, 401", "Authorization: viewer, 403", "Authorization: admin, 403"})
    void aRouteWhoseAuthorSaidNothingIsClosed(String caller, int status) {
        assertThat(app.get("/api/v2/ruleless", caller).statusCode()).isEqualTo(status);
    }
}
