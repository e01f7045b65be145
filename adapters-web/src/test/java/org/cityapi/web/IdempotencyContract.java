package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key} does what the contract says (section 5). */
public abstract class IdempotencyContract extends HttpContract {

    private static final String CITIES = "/api/v2/cities";
    private static final String KEY = "Idempotency-Key: ";

    private HttpResponse<String> add(String key, String body, String caller) {
        return app.send("POST", CITIES, body, caller, JSON, KEY + key);
    }

    private int cities() {
        return app.get(CITIES).body().split("\"id\":", -1).length - 1;
    }

    @Test
    void theFirstAnswerComesAgainWhateverBecameOfTheCity() {
        HttpResponse<String> first = add("\"8e03978e\"", PARIS, EDITOR);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        app.send("PATCH", CITIES + "/1", "{\"population\":5}", EDITOR, JSON, "If-Match: *");
        app.send("DELETE", CITIES + "/1", null, EDITOR, "If-Match: *");
        for (String key : new String[] {"\"8e03978e\"", "8e03978e"}) {
            HttpResponse<String> again = add(key, PARIS, EDITOR);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(header(again, "Location")).isEqualTo("/api/v2/cities/1");
            assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
            assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(cities()).isZero();
    }

    @Test
    void aKeyWithAnotherBodyIsRefusedByAProblemOfItsOwn() {
        add("k", PARIS, EDITOR);
        HttpResponse<String> refused = add("k", PARIS + " ", EDITOR);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/api/docs/problems/idempotency-key-reused", "used for another request");
        assertThat(app.get("/api/docs/problems/idempotency-key-reused").statusCode())
                .isEqualTo(200);
        assertThat(cities()).isEqualTo(1);
    }

    @Test
    void aKeyIsItsCallersOwnAndNamesOneWrite() {
        add("k", PARIS, EDITOR);
        assertThat(header(add("k", PARIS, ADMIN), "Location")).isEqualTo("/api/v2/cities/2");
        assertThat(header(add("K", PARIS, EDITOR), "Location")).isEqualTo("/api/v2/cities/3");
        app.addParis();
        assertThat(cities()).isEqualTo(4);
        assertThat(add("k", PARIS, VIEWER).statusCode()).isEqualTo(403);
    }

    @Test
    void whatWasRefusedIsNotKept() {
        String taken = PARIS.replace("}", ",\"geonameId\":7}");
        assertThat(add("k", "{}", EDITOR).statusCode()).isEqualTo(400);
        assertThat(add("k", PARIS, EDITOR).statusCode()).isEqualTo(201);
        app.add(taken);
        assertThat(add("l", taken, EDITOR).statusCode()).isEqualTo(409);
        app.send("DELETE", CITIES + "/2", null, EDITOR, "If-Match: *");
        HttpResponse<String> later = add("l", taken, EDITOR);
        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(header(later, "Idempotency-Replayed")).isEmpty();
    }

    @Test
    void twoAtOnceWithOneKeyMakeOneCity() {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> add("\"one\"", PARIS, EDITOR)));
        }
        int made = 0;
        for (CompletableFuture<HttpResponse<String>> each : sent) {
            HttpResponse<String> answer = each.join();
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409);
            if (answer.statusCode() == 201) {
                made += header(answer, "Idempotency-Replayed").isEmpty() ? 1 : 0;
                assertThat(header(answer, "Location")).isEqualTo("/api/v2/cities/1");
            }
        }
        assertThat(made).isEqualTo(1);
        assertThat(cities()).isEqualTo(1);
    }

    @Test
    void anEmptyQueryMakesNoOtherRequest() {
        add("k", PARIS, EDITOR);
        HttpResponse<String> again = app.send("POST", CITIES + "?", PARIS, EDITOR, JSON, KEY + "k");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "a b", "\"a", "a\"", "\"a\\b\"", "\"a\"; b", "ä", "(a)", "a,b"})
    void aKeyThatIsNoneIsABadRequest(String key) {
        HttpResponse<String> refused = add(key, PARIS, EDITOR);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"Idempotency-Key\"", "\"pointer\":\"\"", "\"code\":\"key\"");
        assertThat(cities()).isZero();
    }

    @Test
    void aKeyWithoutEndIsABadRequest() {
        for (String text : new String[] {"a", "\\\"", "\\\\"}) {
            String key = "Idempotency-Key: \"" + text.repeat(7000 / text.length()) + "\"";
            HttpResponse<String> refused =
                    app.send("POST", "/api/v2/cities", Client.PARIS, Client.EDITOR, Client.JSON, key);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        }
    }

    @Test
    void aKeyHasUpTo128CharactersAndStandsAlone() {
        assertThat(add("x".repeat(128), PARIS, EDITOR).statusCode()).isEqualTo(201);
        assertThat(add('"' + "\\\"".repeat(128) + '"', PARIS, EDITOR).statusCode())
                .isEqualTo(201);
        assertThat(add("x".repeat(129), PARIS, EDITOR).body()).contains("1 to 128 characters");
        assertThat(app.send("POST", CITIES, PARIS, EDITOR, JSON, KEY + "a", KEY + "b")
                        .body())
                .contains("\"code\":\"repeated\"");
        assertThat(add("", "{\"x\":1}", EDITOR).body()).contains("\"code\":\"key\"", "\"field\":\"x\"");
    }
}
