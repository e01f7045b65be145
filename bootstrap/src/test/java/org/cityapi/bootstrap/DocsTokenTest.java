package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation of the API is lent a token by whoever is signed in with the browser that shows it, and by nobody else. */
class DocsTokenTest {

    private static final String CALLER = "/account/documentation";
    private static final String TOKEN = CALLER + "/token";

    @TempDir
    static Path folder;

    private LocalProvider provider;
    private Client app;
    private VisitorOnHttp visitor;

    @BeforeEach
    void start() {
        int port = CityApiJar.freePort();
        provider = LocalProvider.start(0, "http://localhost:" + port + "/oauth/callback/oidc");
        app = new Client(new OnSqlite(folder, OnDatabase.signingIn(provider, port)));
        visitor = new VisitorOnHttp(port);
        visitor.signIn("editor", "r");
    }

    @AfterEach
    void stop() {
        app.close();
        provider.close();
    }

    private String proof() {
        return "X-CSRF-TOKEN: " + found("\"csrf\":\"([^\"]+)\"", visitor.byScript("GET", CALLER));
    }

    private static String found(String pattern, HttpResponse<String> answer) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }

    private String lend() {
        HttpResponse<String> lent = visitor.byScript("POST", TOKEN, proof());
        assertThat(lent.statusCode()).as(lent.body()).isEqualTo(201);
        assertThat(Client.header(lent, "Cache-Control")).isEqualTo("no-store");
        assertThat(Client.header(lent, "Location")).matches("/api/v2/tokens/tok_[0-9a-f]{32}");
        return "Authorization: Bearer " + found("\"token\":\"(cityapi_\\w{36})\"", lent);
    }

    private String tokens() {
        String editor = "Authorization: " + OnSqlite.fetch(provider, "editor");
        return app.get("/api/v2/tokens", editor).body();
    }

    @Test
    void whoIsSignedInIsToldAndNothingIsMadeOfLooking() {
        HttpResponse<String> caller = visitor.byScript("GET", CALLER);
        assertThat(caller.statusCode()).isEqualTo(200);
        assertThat(caller.body()).contains("\"name\":\"Local editor\"");
        assertThat(Client.header(caller, "Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.get("/api/docs", "r").body()).doesNotContain("Local editor", "csrf");
        assertThat(tokens()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aLentTokenSpeaksForItsOwnerAndTheNextTakesItsPlace() {
        String first = lend();
        assertThat(app.get("/api/v2/me", first).body())
                .contains("\"name\":\"Local editor\"", "\"create:cities\"", "\"read:history\"");
        assertThat(app.send("POST", "/api/v2/cities", Client.PARIS, first, Client.JSON)
                        .statusCode())
                .isEqualTo(201);
        String second = lend();
        assertThat(app.get("/api/v2/me", first).statusCode()).isEqualTo(401);
        assertThat(app.get("/api/v2/me", second).statusCode()).isEqualTo(200);
        assertThat(tokens()).containsOnlyOnce("\"name\":\"API documentation\"").containsOnlyOnce("\"id\"");
    }

    @Test
    void aLentTokenRevokesItself() {
        HttpResponse<String> lent = visitor.byScript("POST", TOKEN, proof());
        String token = "Authorization: Bearer " + found("\"token\":\"(cityapi_\\w{36})\"", lent);
        assertThat(app.send("DELETE", Client.header(lent, "Location"), null, token)
                        .statusCode())
                .isEqualTo(204);
        assertThat(app.get("/api/v2/me", token).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-CSRF-TOKEN: x", "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void whatDoesNotComeFromAPageOfOursIsForbidden(String header) {
        String proof = proof();
        String[] headers = header.startsWith("X-CSRF") ? new String[] {header} : new String[] {header, proof};
        assertThat(visitor.byScript("POST", TOKEN, headers).statusCode()).isEqualTo(403);
        assertThat(visitor.byScript("POST", TOKEN).statusCode()).isEqualTo(403);
        assertThat(tokens()).isEqualTo("{\"items\":[]}");
        assertThat(visitor.byScript(
                                "POST",
                                TOKEN,
                                proof,
                                "Origin: http://localhost:" + app.port(),
                                "Sec-Fetch-Site: same-origin")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whoIsNotSignedInOrAnotherBrowserWithThatProofGetsNone() {
        VisitorOnHttp other = new VisitorOnHttp(app.port());
        assertThat(other.byScript("POST", TOKEN, proof()).statusCode()).isEqualTo(401);
        other.signIn("viewer", "r");
        assertThat(other.byScript("POST", TOKEN, proof()).statusCode()).isEqualTo(403);
        String editor = "Authorization: " + OnSqlite.fetch(provider, "editor");
        assertThat(visitor.byScript("POST", TOKEN, proof(), editor).statusCode())
                .isEqualTo(401);
        assertThat(tokens()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void whoIsDisabledIsNobodyAndHisTokenIsNoGood() {
        String lent = lend();
        String proof = proof();
        String id = found("\"id\":\"(usr_[0-9a-f]{32})\"", app.get("/api/v2/me", lent));
        String admin = "Authorization: " + OnSqlite.fetch(provider, "admin");
        assertThat(app.send("PATCH", "/api/v2/users/" + id, "{\"disabled\":true}", admin, Client.JSON)
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.get("/api/v2/me", lent).statusCode()).isEqualTo(401);
        assertThat(visitor.byScript("POST", TOKEN, proof).statusCode()).isEqualTo(401);
        assertThat(visitor.byScript("GET", CALLER).statusCode()).isEqualTo(204);
    }
}
