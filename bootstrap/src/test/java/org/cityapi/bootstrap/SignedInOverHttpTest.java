package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.slf4j.LoggerFactory;

/** What people do who are signed in is answered as their own, and on record with their name and the request's. */
class SignedInOverHttpTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"((?:usr|tok)_[0-9a-f]{32})\"");

    @TempDir
    static Path folder;

    private final Logger security = (Logger) LoggerFactory.getLogger("org.cityapi.security");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private LocalProvider provider;
    private Client app;
    private String admin;
    private String adminId;
    private VisitorOnHttp visitor;

    @BeforeEach
    void start() {
        int port = CityApiJar.freePort();
        provider = LocalProvider.start(0, "http://localhost:" + port + "/oauth/callback/oidc");
        app = new Client(new OnSqlite(folder, OnDatabase.signingIn(provider, port, "OIDC_TITLE", "The town hall")));
        admin = "Authorization: " + OnSqlite.fetch(provider, "admin");
        adminId = idIn(app.get("/api/v2/me", admin));
        visitor = new VisitorOnHttp(port);
        log.start();
        security.setLevel(Level.INFO);
        security.addAppender(log);
    }

    @AfterEach
    void stop() {
        security.detachAppender(log);
        app.close();
        provider.close();
    }

    private static String idIn(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private void isOnRecord(String event, String user, String id) {
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("\"event\":\"" + event + "\""))
                .as("%s of %s by %s in %s", event, user, id, log.list)
                .singleElement()
                .asString()
                .contains("\"requestId\":\"" + id + "\"", user.isEmpty() ? "" : "\"user\":\"" + user + "\"");
        log.list.clear();
    }

    @Test
    void whatBrowsersDoIsOnRecord() {
        new VisitorOnHttp(app.port()).signIn("admin", "r-other");
        log.list.clear();
        assertThat(visitor.signIn("admin", "r-in").body()).contains("Local administrator");
        isOnRecord("signed_in", adminId, "r-in");
        visitor.post("/account/sessions/end-others", "r-ends", visitor.proof());
        isOnRecord("sessions_ended", adminId, "r-ends");
        assertThat(visitor.post("/logout", "r-forged", "csrf=x").statusCode()).isEqualTo(403);
        isOnRecord("csrf_refused", adminId, "r-forged");
        assertThat(visitor.get("/account", "r-still").body()).contains("Signed in as Local administrator");
        log.list.clear();
        HttpResponse<String> out = visitor.post("/logout", "r-out", visitor.proof());
        assertThat(out.uri())
                .as("%s %s %s", out, out.headers().map(), out.body())
                .hasPath("/login");
        isOnRecord("signed_out", adminId, "r-out");
        assertThat(visitor.get("/oauth/callback/oidc?state=x", "r-fails").statusCode())
                .isEqualTo(400);
        isOnRecord("sign_in_failed", "", "r-fails");
    }

    @Test
    void aFormThatComesLateIsOnRecordWithItsRequest() {
        new VisitorOnHttp(app.port()).signIn("admin", "r-other");
        visitor.signIn("admin", "r-in");
        log.list.clear();
        assertThat(visitor.postLate("/logout", "r-forged", "csrf=x").statusCode())
                .isEqualTo(403);
        isOnRecord("csrf_refused", adminId, "r-forged");
        visitor.postLate("/account/sessions/end-others", "r-ends", visitor.proof());
        isOnRecord("sessions_ended", adminId, "r-ends");
    }

    @Test
    void whatIsDoneToUsersAndTokensIsOnRecord() {
        String other = "Authorization: " + OnSqlite.fetch(provider, "viewer");
        String viewer = idIn(app.get("/api/v2/me", other));
        String body = "{\"name\":\"a\",\"scopes\":[]}";
        // Who has done nothing yet is nobody whose role could be changed.
        app.send("POST", "/api/v2/tokens", body, other, Client.JSON);
        log.list.clear();
        patch(viewer, "{\"role\":\"editor\"}", "r-role");
        isOnRecord("role_changed", adminId, "r-role");
        patch(viewer, "{\"disabled\":true}", "r-off");
        isOnRecord("user_disabled", adminId, "r-off");
        patch(viewer, "{\"disabled\":false}", "r-on");
        isOnRecord("user_enabled", adminId, "r-on");
        String token = idIn(app.send("POST", "/api/v2/tokens", body, admin, Client.JSON, "X-Request-Id: r-made"));
        isOnRecord("token_made", adminId, "r-made");
        app.send("DELETE", "/api/v2/tokens/" + token, null, admin, "X-Request-Id: r-gone");
        isOnRecord("token_revoked", adminId, "r-gone");
    }

    private void patch(String user, String body, String id) {
        HttpResponse<String> changed =
                app.send("PATCH", "/api/v2/users/" + user, body, admin, Client.JSON, "X-Request-Id: " + id);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    @Test
    void everyPageShowsWhoIsSignedIn() {
        assertThat(visitor.signIn("admin", "r").body()).contains("The town hall", "manage users");
        for (String path : new String[] {"/nope", "/logout", "/account/sessions/end"}) {
            assertThat(visitor.get(path, "r").body())
                    .as(path)
                    .contains("Signed in as Local administrator", "name=\"csrf\"")
                    .doesNotContain("href=\"/login\"");
        }
        assertThat(visitor.get("/login?target=/logout", "r").uri()).hasPath("/logout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session=%zz", "%", "a=%c0"})
    void aFormThatNobodyCanReadIsABadRequest(String form) {
        visitor.signIn("admin", "r");
        String readable = visitor.proof() + "&session=x";
        assertThat(visitor.post("/account/sessions/end", "r", readable).statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/account/sessions/end", "r", visitor.proof() + "&" + form)
                        .statusCode())
                .isEqualTo(400);
    }
}
