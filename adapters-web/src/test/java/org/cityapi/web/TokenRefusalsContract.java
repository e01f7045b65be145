package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request that concerns API tokens is named, and no token is made. */
public abstract class TokenRefusalsContract extends SharedHttpContract {

    private static final String TOKENS = "/api/v2/tokens";

    /** Of the same editor, whose list stays empty. */
    private HttpResponse<String> make(String body) {
        return app.send("POST", TOKENS, body, EDITOR, JSON);
    }

    @Test
    void aTokenEndsWithinTheNextYear() {
        Instant now = Clock.systemUTC().instant();
        for (Instant end : List.of(
                now.minusSeconds(1),
                now.plus(Duration.ofDays(366)).plusSeconds(60),
                Instant.parse("9999-01-01T00:00:00Z"))) {
            HttpResponse<String> refused = make("{\"name\":\"a\",\"scopes\":[],\"expiresAt\":\"" + end + "\"}");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("\"field\":\"expiresAt\"", "\"code\":\"out_of_range\"", "must lie between 20");
        }
    }

    /** In the bodies # stands for 101 letters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scopes":[]}                                  | name      | /name      | required          | is required
            {"name":null,"scopes":[]}                      | name      | /name      | required          | is required
            {"name":7,"scopes":[]}                         | name      | /name      | type              | must be of type string
            {"name":" \\u3000","scopes":[]}                | name      | /name      | blank             | must not be blank
            {"name":"#","scopes":[]}                       | name      | /name      | too_long          | at most 100 characters
            {"name":"a\\nb","scopes":[]}                   | name      | /name      | control_character | control characters
            {"name":"a\\u202eb","scopes":[]}               | name      | /name      | control_character | turn the direction
            {"name":"a"}                                   | scopes    | /scopes    | required          | is required
            {"name":"a","scopes":null}                     | scopes    | /scopes    | required          | is required
            {"name":"a","scopes":"create:cities"}          | scopes    | /scopes    | type              | must be of type array
            {"name":"a","scopes":[1]}                      | scopes    | /scopes/0  | type              | must be of type string
            {"name":"a","scopes":["fly"]}                  | scopes    | /scopes/0  | not_allowed       | is none of create:cities, update:cities, delete:cities, import:cities, read:history, manage:users
            {"name":"a","scopes":["read:history","read:history"]} | scopes | /scopes/1 | repeated      | is given more than once
            {"name":"a","scopes":[],"expiresAt":1}         | expiresAt | /expiresAt | type              | must be of type string
            {"name":"a","scopes":[],"expiresAt":"morgen"}  | expiresAt | /expiresAt | type              | time as RFC 3339 writes it
            {"name":"a","scopes":[],"expiresAt":"2027-02-30T00:00:00Z"} | expiresAt | /expiresAt | type | time as RFC 3339 writes it
            {"name":"a","scopes":[],"expiresAt":"2027-02-03T00:00Z"}    | expiresAt | /expiresAt | type | time as RFC 3339 writes it
            {"name":"a","scopes":[],"expiresAt":"2027-02-03T00:00:00"}  | expiresAt | /expiresAt | type | time as RFC 3339 writes it
            {"name":"a","scopes":[],"expires":"x"}         | expires   | /expires   | unknown           | is not known here
            {"name":"a","scopes":[],"id":"tok_1"}          | id        | /id        | unknown           | is not known here
            [1]                                            |           |            | type              | must be of type object
            """)
    void aWishIsRefusedWithItsFaultNamed(String body, String field, String pointer, String code, String text) {
        HttpResponse<String> refused = make(body.replace("#", "x".repeat(101)));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "\"field\":\"" + (field == null ? "" : field) + "\",\"pointer\":\""
                                + (pointer == null ? "" : pointer) + "\",\"code\":\"" + code + "\"",
                        text);
        assertThat(app.get(TOKENS, EDITOR).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void allFaultsAreToldAtOnceInTheReadersLanguage() {
        HttpResponse<String> refused = app.send(
                "POST",
                TOKENS + "?x=1",
                "{\"name\":\"\",\"scopes\":[\"a\",\"b\"],\"expiresAt\":\"x\",\"y\":1}",
                EDITOR,
                JSON,
                "Accept-Language: fr");
        assertThat(refused.body())
                .contains("\"field\":\"x\"", "/name", "/scopes/0", "/scopes/1", "/expiresAt", "\"field\":\"y\"")
                .contains("une date et heure selon RFC 3339", "ne figure pas parmi create:cities");
    }

    @Test
    void nobodyHandsOutWhatHeDoesNotHave() {
        HttpResponse<String> refused = make("{\"name\":\"a\",\"scopes\":[\"create:cities\",\"manage:users\"]}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"manage:users\"");
        assertThat(app.get(TOKENS, EDITOR).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void anApiTokenMakesNoApiTokens() {
        String bearer = Callers.bearer(Callers.makeToken(app, VIEWER));
        HttpResponse<String> refused = app.send("POST", TOKENS, "{", bearer, "Content-Type: text/plain");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("An API token makes no API tokens");
        assertThat(header(refused, "WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_0", "tok_00000000000000000000000000000000", "%00", "x%27--"})
    void whatIsNotThereIsNotFound(String id) {
        assertThat(app.get(TOKENS + "/" + id, EDITOR).statusCode()).isEqualTo(404);
        assertThat(app.send("DELETE", TOKENS + "/" + id, null, EDITOR).statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneRefusalAfterTheOther() {
        String text = "Content-Type: text/plain";
        assertThat(app.send("POST", TOKENS + "?x=1", "{", text).statusCode()).isEqualTo(401);
        assertThat(app.send("POST", TOKENS + "?x=1", "{", text, VIEWER).statusCode())
                .isEqualTo(415);
        assertThat(app.get(TOKENS + "?x=1", VIEWER).statusCode()).isEqualTo(400);
        assertThat(app.get(TOKENS + "/tok_" + "0".repeat(32) + "?x=1", VIEWER).statusCode())
                .isEqualTo(400);
        HttpResponse<String> put = app.send("PUT", TOKENS, "{}", VIEWER);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(header(put, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(header(app.send("OPTIONS", TOKENS + "/tok_0", null), "Allow"))
                .isEqualTo("DELETE, GET, HEAD, OPTIONS");
    }
}
