package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cityapi.web.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTokenTest {

    private static final String TOKEN = "mQ4vK7x2RtLw9ZbN8sYc3HdF6gJp1UeA+/-=";
    private static final String BEARER = "Authorization: Bearer " + TOKEN;

    @TempDir
    private Path folder;

    @Test
    void itOpensTheMetricsAndNothingElse() {
        try (Client app = new Client(new OnSqlite(folder, "METRICS_TOKEN", TOKEN, "RATE_LIMIT", "on"))) {
            assertThat(app.get("/prometheus", BEARER).statusCode()).isEqualTo(200);
            assertThat(app.get("/prometheus", BEARER).body())
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain(TOKEN);
            assertThat(app.get("/prometheus", BEARER + "x").statusCode()).isEqualTo(401);
            assertThat(app.get("/prometheus", BEARER.replace("A+/-=", "B+/-=")).statusCode())
                    .isEqualTo(401);
            assertThat(app.get("/prometheus").statusCode()).isEqualTo(401);
            for (String path : new String[] {"/api/v2/users", "/api/v2/me", "/api/v2/cities", "/api/v1/cities"}) {
                assertThat(app.get(path, BEARER).statusCode()).as(path).isEqualTo(401);
            }
        }
    }

    @Test
    void withoutItNoTokenOfItsKindIsGood() {
        try (Client app = new Client(new OnSqlite(folder))) {
            assertThat(app.get("/prometheus", BEARER).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "changeme-changeme-changeme-changeme",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "mQ4vK7x2RtLw9ZbN8sYc3HdF6gJp1UeA blank",
                "mQ4vK7x2RtLw9ZbN8sYc3HdF6gJp1UeA${x}"
            })
    void oneThatCanBeGuessedOrIsNoBearerTokenStopsTheStart(String token) {
        assertThatThrownBy(() -> SettingsTest.inProduction("METRICS_TOKEN", token))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("METRICS_TOKEN")
                .hasMessageNotContaining(token);
    }
}
