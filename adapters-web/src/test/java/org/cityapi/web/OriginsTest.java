package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the loopback address pages of other sites get nothing; those of this server's own addresses do. */
class OriginsTest {

    private static Client app;

    @BeforeAll
    static void start() {
        app = Client.onMemory("public-url", "https://cities.example.org");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9300",
                "http://127.0.0.1:9300",
                "http://[::1]:9300",
                "https://cities.example.org"
            })
    void anOwnOriginPasses(String origin) {
        HttpResponse<String> read = app.get("/api/v2/cities", "Origin: " + origin);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://cities.example.org.evil.example",
                "https://cities.example",
                "http://[::1].evil.example",
                "https://",
                "null"
            })
    void aForeignOneIsRefused(String origin) {
        HttpResponse<String> refused = app.get("/api/v2/cities", "Origin: " + origin);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body()).contains("\"status\":403");
    }
}
