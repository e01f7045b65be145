package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages over memory; who signs in how, the tests of the whole register tell. */
class PagesTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String FRENCH = "Accept-Language: fr-CA,fr;q=0.9";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final User EDITOR = User.first(new Identity("https://issuer.test", "editor", null, null));

    private OnMemory register;
    private Client app;

    @BeforeEach
    void start() {
        start("auth0 google");
    }

    private void start(String providers) {
        stop();
        register = new OnMemory("providers", providers);
        app = new Client(register);
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void loginOffersAllProvidersAndKeepsTheWayBack() {
        HttpResponse<String> page = app.get("/login?target=/account?a%3D1%26b=2", BROWSER);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Client.header(page, "Content-Type")).startsWith("text/html");
        assertThat(Client.header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
                .contains("<h1>Sign in</h1>", "Continue with The &lt;auth0&gt;", "Continue with The &lt;google&gt;")
                .contains("href=\"/oauth/login/google?target=%2Faccount%3Fa%3D1%26b%3D2\"")
                .doesNotContain("signed out");
    }

    @Test
    void loginSpeaksFrench() {
        HttpResponse<String> page = app.get("/login?signed-out", BROWSER, FRENCH);
        assertThat(page.body())
                .contains("<html lang=\"fr\"", "<h1>Connexion</h1>", "Vous êtes déconnecté", "Continuer avec");
        assertThat(Client.header(page, "Content-Language")).isEqualTo("fr");
    }

    @Test
    void withOneProviderLoginGoesStraightOn() {
        start("keycloak");
        HttpResponse<String> sent = app.get("/login?target=/account", BROWSER);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Client.header(sent, "Location")).isEqualTo("/oauth/login/keycloak?target=%2Faccount");
        assertThat(app.get("/login?signed-out", BROWSER).body()).contains("You are signed out", "Continue with");
    }

    @Test
    void withoutAProviderLoginSaysSo() {
        start("");
        assertThat(app.get("/login", BROWSER).body()).contains("No identity provider is configured");
    }

    @Test
    void whoIsNotSignedInIsLedToWhereHeCan() {
        HttpResponse<String> sent = app.get("/account?x=1", BROWSER);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Client.header(sent, "Location")).isEqualTo("/login?target=%2Faccount%3Fx%3D1");
        assertThat(app.get("/account").statusCode()).isEqualTo(401);
        assertThat(app.send("POST", "/account/sessions/end-others", "", BROWSER, FORM)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAccountPageTellsWhoSomebodyIsAndEscapesWhatStrangersSay() {
        String cookie = signIn("secret-1", "<img src=x onerror=alert(1)>");
        HttpResponse<String> page = app.get("/account", BROWSER, cookie);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("https://issuer.test", "viewer", "create:cities", "this browser")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x");
        assertThat(app.get("/account", BROWSER, cookie, FRENCH).body())
                .contains("Où vous êtes connecté", "ce navigateur");
    }

    @Test
    void otherSessionsCanBeEndedOneByOneAndTogether() {
        String cookie = signIn("secret-1", "Firefox");
        signIn("secret-2", "Old phone");
        signIn("secret-3", "Library");
        String page = app.get("/account", BROWSER, cookie).body();
        assertThat(page).contains("Firefox", "Old phone", "Library");
        String phone = SessionId.of(new Secret("secret-2")).value();
        HttpResponse<String> done =
                app.send("POST", "/account/sessions/end", "session=" + phone, cookie, FORM, BROWSER);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(Client.header(done, "Location")).isEqualTo("/account");
        assertThat(app.get("/account", BROWSER, cookie).body())
                .contains("Library")
                .doesNotContain("Old phone");
        app.send("POST", "/account/sessions/end-others", "", cookie, FORM, BROWSER);
        assertThat(app.get("/account", BROWSER, cookie).body())
                .contains("Firefox")
                .doesNotContain("Library");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session=%zz", "session=%", "a=%c0&session=%zz", "%=%", "session=%u0041"})
    void aFormThatNobodyCanReadIsABadRequest(String form) {
        HttpResponse<String> refused =
                app.send("POST", "/account/sessions/end", form, signIn("secret-1", "Firefox"), FORM);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/problems/invalid-request");
    }

    @Test
    void aSessionThatIsNotNamedOrNotThereIsNotEnded() {
        String cookie = signIn("secret-1", "Firefox");
        for (String form : new String[] {"a=%c0", "x=1", ""}) {
            HttpResponse<String> missing = app.send("POST", "/account/sessions/end", form, cookie, FORM, BROWSER);
            assertThat(missing.statusCode()).as(form).isEqualTo(400);
            assertThat(missing.body()).doesNotContain("null");
        }
        HttpResponse<String> unknown =
                app.send("POST", "/account/sessions/end", "session=" + "x".repeat(500_000), cookie, FORM);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).hasSizeLessThan(1_000).contains("xxx…");
    }

    @Test
    void anAccountPageCallsThingsAsPeopleDo() {
        String cookie = signIn("secret-1", "Firefox");
        assertThat(app.get("/account", BROWSER, cookie).body())
                .contains("The &lt;auth0&gt;", "add cities <code>create:cities</code>");
        assertThat(app.get("/account", BROWSER, cookie, FRENCH).body())
                .contains("ajouter des villes <code>create:cities</code>");
    }

    @Test
    void aFormOnlyAppearsWithItsProof() {
        String cookie = signIn("secret-1", "Firefox");
        String proof = "proof of " + SessionId.of(new Secret("secret-1")).value();
        assertThat(app.get("/logout", BROWSER, cookie).body())
                .contains("action=\"/logout\"", "name=\"csrf\" value=\"" + proof + "\"");
        assertThat(app.get("/logout", BROWSER).body())
                .contains("Nobody is signed in")
                .doesNotContain("action=\"/logout\"", "name=\"csrf\"");
    }

    @Test
    void thePageForWhenTheNetworkIsGoneIsNobodys() {
        String cookie = signIn("secret-1", "Firefox");
        HttpResponse<String> page = app.get("/offline?theme=dark", BROWSER, FRENCH);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"fr\" data-theme=\"dark\"", "Pas de connexion", "<a class=\"button\" href=\"\"")
                .doesNotContain("/login?", "<form");
        for (String other : new String[] {"?theme=auto", "?theme=%22%3E", ""}) {
            assertThat(app.get("/offline" + other, BROWSER).body()).doesNotContain("data-theme");
        }
        assertThat(app.get("/offline", BROWSER, cookie).body()).doesNotContain("/account", "name=\"csrf\"");
    }

    @Test
    void theWorkerKeepsNoMoreThanThatPage() {
        HttpResponse<String> worker = app.get("/service-worker.js", "Accept: */*");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(Client.header(worker, "Content-Type")).startsWith("text/javascript");
        assertThat(Client.header(worker, "Cache-Control")).isEqualTo("max-age=3600");
        assertThat(Client.header(worker, "Content-Security-Policy")).contains("connect-src 'self'");
        assertThat(worker.body())
                .contains("'offline-1.2.3-")
                .containsPattern(
                        "ASSETS = \\['/assets/style\\.[0-9a-f]{12}\\.css', '/assets/icon\\.[0-9a-f]{12}\\.svg']")
                .doesNotContain("{version}", "{style}", "{icon}");
    }

    @Test
    void aSlashAtTheEndOfAPageLeadsToThePage() {
        for (String path : new String[] {"/cities", "/statistics", "/cities/new", "/about", "/nowhere"}) {
            for (String method : new String[] {"GET", "HEAD"}) {
                HttpResponse<String> led = app.send(method, path + "/", null, BROWSER);
                assertThat(led.statusCode()).as(method + path).isEqualTo(308);
                assertThat(Client.header(led, "Location")).isEqualTo(path);
                assertThat(Client.header(led, "Content-Security-Policy")).contains("default-src");
            }
        }
        assertThat(Client.header(app.get("/cities//?q=a%2Fb&sort=-name", BROWSER), "Location"))
                .isEqualTo("/cities?q=a%2Fb&sort=-name");
        for (String other : new String[] {"//evil.test/", "//evil.test//", "/%5Cevil.test/x:y/"}) {
            HttpResponse<String> answer = app.get(other, BROWSER);
            assertThat(answer.headers().firstValue("Location").orElse("/"))
                    .as(other)
                    .startsWith("/")
                    .doesNotStartWith("//")
                    .doesNotContain("\\");
        }
        assertThat(app.send("POST", "/cities/", "name=a", BROWSER, FORM).statusCode())
                .isEqualTo(404);
        assertThat(app.get("/api/v2/cities/", BROWSER).statusCode()).isEqualTo(404);
        assertThat(app.get("/cities/").statusCode()).isEqualTo(404);
        assertThat(app.get("/health/", BROWSER).statusCode()).isEqualTo(404);
    }

    @Test
    void anErrorIsAPageForWhoeverAsksForOne() {
        HttpResponse<String> page = app.get("/nowhere/%3Cscript%3E", BROWSER, "X-Request-Id: abc");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(Client.header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>Not found</h1>", "<code>abc</code>")
                .doesNotContain("<script>");
        assertThat(app.get("/nowhere", BROWSER, FRENCH).body()).contains("lang=\"fr\"");
        assertThat(Client.header(app.get("/nowhere"), "Content-Type")).startsWith("application/problem+json");
        assertThat(Client.header(app.get("/api/nowhere", BROWSER), "Content-Type"))
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$%7B1234*4321%7D",
                "__$%7B1234*4321%7D__::x",
                "%23%7B1234*4321%7D",
                "*%7B1234*4321%7D",
                "~%7Blayout::page%7D"
            })
    void whatARequestSaysIsNeverAnExpression(String text) {
        for (String path : new String[] {"/login?target=" + text, "/" + text, "/logout?x=" + text, "/assets/" + text}) {
            HttpResponse<String> page = app.get(path, BROWSER, "X-Request-Id: a");
            assertThat(page.statusCode()).as(path).isLessThan(500);
            assertThat(page.body()).as(path).startsWith("<!doctype html>").doesNotContain("5332114");
        }
    }

    @Test
    void assetsMayBeKeptForEver() {
        Matcher style = Pattern.compile("href=\"(/assets/style\\.[0-9a-f]{12}\\.css)\"")
                .matcher(app.get("/login", BROWSER).body());
        assertThat(style.find()).isTrue();
        HttpResponse<String> asset = app.get(style.group(1), "Accept: text/css,*/*;q=0.1");
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(Client.header(asset, "Content-Type")).startsWith("text/css");
        assertThat(Client.header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(app.get("/assets/style.000000000000.css").statusCode()).isEqualTo(404);
    }

    private String signIn(String secret, String client) {
        Ports ports = register.ports();
        ports.work().write(() -> {
            ports.users().save(EDITOR);
            Instant now = Instant.now();
            Sessions sessions = ports.sessions();
            sessions.add(new Session(
                    SessionId.of(new Secret(secret)),
                    EDITOR.id(),
                    "auth0",
                    Set.of(Permission.CREATE_CITIES),
                    client,
                    now,
                    now));
            return secret;
        });
        return "Cookie: session=" + secret;
    }
}
