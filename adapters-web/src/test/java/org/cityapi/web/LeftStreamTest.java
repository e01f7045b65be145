package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that go before a streamed answer ends are nothing to warn of: those of HEAD have all they asked for. */
class LeftStreamTest {

    private static final int CITIES = 3_000;

    @ParameterizedTest
    @ValueSource(strings = {"HEAD /api/v1/cities", "HEAD /cities", "GET /api/v1/cities"})
    void whoGoesAmidAStreamIsNoFault(String request) throws Exception {
        try (Client app = Client.onMemory()) {
            String city = "{\"name\":\"" + "x".repeat(150) + "\",\"countryCode\":\"FR\",\"population\":1}";
            for (int i = 0; i < CITIES; i++) {
                app.add(city);
            }
            Warnings warnings = Warnings.of(() -> {
                for (int i = 0; i < 25; i++) {
                    try (RawConnection connection = new RawConnection(app)) {
                        assertThat(connection
                                        .send(request + " HTTP/1.1|Host: localhost||")
                                        .readUpTo("\r\n\r\n"))
                                .startsWith("HTTP/1.1 200 ");
                    }
                }
                assertThat(app.get("/api/v1/cities").body().split("\"id\"")).hasSize(CITIES + 1);
            });
            assertThat(warnings.lines()).isEmpty();
        }
    }
}
