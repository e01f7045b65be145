package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users make credentials for their programs, and revoke them. */
public abstract class TokensContract extends HttpContract {

    private static final String TOKENS = "/api/v2/tokens";

    private HttpResponse<String> make(String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = EDITOR;
        all[headers.length + 1] = JSON;
        return app.send("POST", TOKENS, body, all);
    }

    private static Instant time(String name, HttpResponse<String> token) {
        return Instant.parse(token.body().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1"));
    }

    @Test
    void aTokenIsShownOnceAndToldWithItsPlace() {
        HttpResponse<String> made =
                make("{\"name\":\" nightly\\u00a0\",\"scopes\":[\"update:cities\",\"create:cities\"]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .matches("\\{\"id\":\"tok_[0-9a-f]{32}\",\"name\":\"nightly\","
                        + "\"scopes\":\\[\"create:cities\",\"update:cities\"],\"createdAt\":\"[^\"]+Z\","
                        + "\"expiresAt\":\"[^\"]+Z\",\"lastUsedAt\":null,\"token\":\"cityapi_[0-9A-Za-z]{36}\"}");
        String place = TOKENS + "/" + Callers.id(made);
        assertThat(header(made, "Location")).isEqualTo(place);
        String shown = made.body().replaceAll(",\"token\":\"[^\"]+\"", "");
        HttpResponse<String> read = app.get(place, EDITOR);
        assertThat(read.body()).isEqualTo(shown);
        HttpResponse<String> list = app.get(TOKENS, EDITOR);
        assertThat(list.body()).isEqualTo("{\"items\":[" + shown + "]}");
        for (HttpResponse<String> answer : List.of(made, read, list)) {
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        }
        assertThat(app.get(TOKENS, VIEWER).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aTokenDoesWhatItsScopesSayAndTellsWhenItWasUsed() {
        HttpResponse<String> made = make("{\"name\":\"a\",\"scopes\":[\"create:cities\"]}");
        String bearer = Callers.bearer(made);
        assertThat(app.send("POST", "/api/v2/cities", PARIS, bearer, JSON).statusCode())
                .isEqualTo(201);
        HttpResponse<String> refused = app.send("DELETE", "/api/v2/cities/1", null, bearer, "If-Match: *");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"delete:cities\"");
        HttpResponse<String> read = app.get(TOKENS + "/" + Callers.id(made), EDITOR);
        assertThat(time("lastUsedAt", read)).isAfterOrEqualTo(time("createdAt", read));
    }

    @Test
    void aTokenLivesNinetyDaysOrAsLongAsIsSaid() {
        HttpResponse<String> usual = make("{\"name\":\"a\",\"scopes\":[],\"expiresAt\":null}");
        Instant made = time("createdAt", usual);
        assertThat(time("expiresAt", usual)).isEqualTo(made.plus(Duration.ofDays(90)));
        Instant wanted = made.plus(Duration.ofDays(365)).plusMillis(1);
        String offset =
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wanted.atOffset(ZoneOffset.ofHoursMinutes(5, 30)));
        HttpResponse<String> long1 = make("{\"name\":\"a\",\"scopes\":[],\"expiresAt\":\"" + offset + "\"}");
        assertThat(long1.statusCode()).as(long1.body()).isEqualTo(201);
        assertThat(time("expiresAt", long1)).isEqualTo(wanted);
    }

    @Test
    void aNameHasAHundredCharactersOfWhateverScript() {
        assertThat(make("{\"name\":\"" + "\uD83D\uDE80".repeat(100) + "\",\"scopes\":[]}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatItsOwnerLosesATokenLoses() {
        Callers.makeToken(app, VIEWER);
        String owner = "/api/v2/users/" + Callers.userId(app, VIEWER);
        app.send("PATCH", owner, "{\"role\":\"editor\"}", ADMIN, MERGE_PATCH);
        String bearer = Callers.bearer(Callers.makeToken(app, VIEWER, "create:cities"));
        assertThat(app.send("POST", "/api/v2/cities", PARIS, bearer, JSON).statusCode())
                .isEqualTo(201);
        app.send("PATCH", owner, "{\"role\":\"viewer\"}", ADMIN, MERGE_PATCH);
        assertThat(app.send("POST", "/api/v2/cities", PARIS, bearer, JSON).statusCode())
                .isEqualTo(403);
        assertThat(app.get("/api/v2/me", bearer).body()).endsWith("\"permissions\":[]}");
    }

    @Test
    void aTokenThatIsRevokedBeforeTheBodyHasComeWritesNothing() {
        for (String path : List.of("/api/v2/cities", "/api/v1/cities", "/api/v2/imports")) {
            HttpResponse<String> made = Callers.makeToken(app, EDITOR, "create:cities", "import:cities");
            boolean isFile = path.endsWith("imports");
            String body = isFile
                    ? "name,countryCode,population\nParis,FR,1\n"
                    : "{\"name\":\"Paris\",\"population\":1,"
                            + (path.contains("v1") ? "\"country\":" : "\"countryCode\":") + "\"FR\"}";
            HttpResponse<String> refused = app.sendLate(
                    "POST",
                    path,
                    body,
                    () -> revoke(header(made, "Location")),
                    Callers.bearer(made),
                    isFile ? "Content-Type: text/csv" : JSON);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate")).contains("invalid_token");
        }
        assertThat(app.get("/api/v2/cities").body()).contains("\"items\":[]");
        assertThat(app.get("/api/v2/imports", EDITOR).body()).contains("\"items\":[]");
    }

    /** A credential is judged again when a second has gone by. */
    private void revoke(String place) {
        assertThat(app.send("DELETE", place, null, EDITOR).statusCode()).isEqualTo(204);
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRevokedTokenIsGoneAtOnce() {
        HttpResponse<String> made = Callers.makeToken(app, EDITOR, "create:cities");
        String place = header(made, "Location");
        assertThat(app.send("DELETE", place + "?x=1", null, EDITOR).statusCode())
                .isEqualTo(400);
        assertThat(app.send("DELETE", place, null, EDITOR, "Accept: text/html").statusCode())
                .isEqualTo(204);
        HttpResponse<String> refused = app.get("/api/v2/cities", Callers.bearer(made));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "WWW-Authenticate")).contains("invalid_token", "unknown or revoked");
        assertThat(app.send("DELETE", place, null, EDITOR).statusCode()).isEqualTo(404);
        HttpResponse<String> absent = app.get(place, EDITOR);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).contains("You have no API token " + Callers.id(made));
    }

    @Test
    void aTokenOfSomebodyElseIsNotFound() {
        HttpResponse<String> made = Callers.makeToken(app, EDITOR, "create:cities");
        String place = header(made, "Location");
        for (String other : List.of(VIEWER, ADMIN)) {
            assertThat(app.get(place, other).statusCode()).isEqualTo(404);
            assertThat(app.send("DELETE", place, null, other).statusCode()).isEqualTo(404);
        }
        assertThat(app.get("/api/v2/me", Callers.bearer(made)).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyHasMoreThanAHundred() {
        for (int i = 0; i < 100; i++) {
            assertThat(Callers.makeToken(app, EDITOR).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> refused = Callers.makeToken(app, EDITOR);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("You have 100 API tokens, and nobody may have more", "/problems/conflict");
        assertThat(Callers.makeToken(app, VIEWER).statusCode()).isEqualTo(201);
    }
}
