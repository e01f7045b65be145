package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyOnMemoryTest extends IdempotencyContract {

    private OnMemory register;

    @Override
    protected RunningRegister start() {
        register = new OnMemory();
        return register;
    }

    @ParameterizedTest
    @CsvSource({"en, is still running", "fr, est encore en cours"})
    void oneWhoseTwinIsStillRunningIsToldToComeAgain(String language, String text) {
        app.get("/api/v2/me", EDITOR); // writes down who he is
        List<HttpResponse<String>> answers = register.sentAtOnce(() -> add(language));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 409);
        HttpResponse<String> refused = answers.get(answers.get(0).statusCode() == 409 ? 0 : 1);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(refused, "Content-Language")).isEqualTo(language);
        assertThat(header(refused, "Retry-After")).isEqualTo("2");
        assertThat(refused.body()).contains("/problems/conflict", "\"status\":409", text);
        assertThat(header(add(language), "Idempotency-Replayed")).isEqualTo("true");
    }

    private HttpResponse<String> add(String language) {
        return app.send(
                "POST",
                "/api/v2/cities",
                PARIS,
                EDITOR,
                JSON,
                "Idempotency-Key: \"one\"",
                "Accept-Language: " + language);
    }
}
