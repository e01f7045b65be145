package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.Set;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, accounts, preferences, errors and assets; who signs in how, the tests of the whole register tell. */
class PagesTest extends PagesOnMemory {

    private static final String CANADIAN = "Accept-Language: fr-CA,fr;q=0.9";

    private String signIn(String secret, String browser) {
        return signIn(user("editor"), Set.of(Permission.CREATE_CITIES), secret, browser);
    }

    @Test
    void loginOffersAllProvidersAndKeepsTheWayBack() {
        HttpResponse<String> page = page("/login?target=/account?a%3D1%26b=2");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
                .contains("<h1>Sign in</h1>", "Continue with The &lt;auth0&gt;", "Continue with The &lt;google&gt;")
                .contains("href=\"/oauth/login/google?target=%2Faccount%3Fa%3D1%26b%3D2\"")
                .doesNotContain("signed out");
    }

    @Test
    void loginSpeaksFrench() {
        HttpResponse<String> page = page("/login?signed-out", CANADIAN);
        assertThat(page.body())
                .contains("<html lang=\"fr\"", "<h1>Connexion</h1>", "Vous êtes déconnecté", "Continuer avec");
        assertThat(header(page, "Content-Language")).isEqualTo("fr");
    }

    @Test
    void whoWasSignedOutHereAloneIsPromisedNoQuestionForAPassword() {
        assertThat(page("/login?signed-out=here", BROWSER).body())
                .contains("on a shared computer, sign out there, too")
                .doesNotContain("asks for your password");
        assertThat(page("/login?signed-out=here", CANADIAN).body())
                .contains("sur un ordinateur partagé, déconnectez-vous aussi là-bas")
                .doesNotContain("redemandera votre mot de passe");
        assertThat(page("/login?signed-out", BROWSER).body()).contains("asks for your password again");
    }

    @Test
    void withOneProviderLoginGoesStraightOn() {
        try (Client one = Client.onMemory("providers", "keycloak")) {
            HttpResponse<String> sent = one.get("/login?target=/account", BROWSER);
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(header(sent, "Location")).isEqualTo("/oauth/login/keycloak?target=%2Faccount");
            assertThat(one.get("/login?signed-out", BROWSER).body()).contains("You are signed out", "Continue with");
        }
    }

    @Test
    void withoutAProviderLoginSaysSo() {
        try (Client none = Client.onMemory("providers", "")) {
            assertThat(none.get("/login", BROWSER).body()).contains("No identity provider is configured");
        }
    }

    @Test
    void whoIsNotSignedInIsLedToWhereHeCan() {
        HttpResponse<String> sent = page("/account?x=1");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(header(sent, "Location")).isEqualTo("/login?target=%2Faccount%3Fx%3D1");
        assertThat(app.get("/account").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "'', %2Faccount",
        "/cities/1?x=1%20, %2Fcities%2F1%3Fx%3D1%2520",
        "/login?target=/x, %2Faccount",
        "/api/docs, %2Faccount",
        "//elsewhere.test/, %2Faccount",
        "https://elsewhere.test/cities, %2Faccount"
    })
    void whoseFormWasSentInVainIsLedBackToItBySigningIn(String from, String to) {
        String referer = from.startsWith("https") ? from : "http://localhost:" + app.port() + from;
        HttpResponse<String> sent =
                app.send("POST", "/account/sessions/end-others", "", BROWSER, FORM, "Referer: " + referer);
        assertThat(sent.statusCode()).isEqualTo(401);
        assertThat(sent.body())
                .contains("You are not signed in any more. Sign in, then do it again.")
                .contains("<a href=\"/login?target=" + to + "\">Sign in</a>")
                .doesNotContain("Bearer");
        assertThat(app.send("POST", "/account/sessions/end-others", "", BROWSER, FORM, FRENCH)
                        .body())
                .contains("Vous n’êtes plus connecté(e). Connectez-vous, puis recommencez.");
        assertThat(app.send("POST", "/api/v2/cities", "{}", BROWSER).body()).contains("Bearer");
    }

    @Test
    void anAccountPageTellsWhoSomebodyIsAndEscapesWhatStrangersSay() {
        String cookie = signIn("secret-1", "<img src=x onerror=alert(1)>");
        HttpResponse<String> page = page("/account", cookie);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("https://issuer.test", "viewer", "create:cities", "this browser")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x");
        assertThat(page("/account", cookie, CANADIAN).body()).contains("Où vous êtes connecté", "ce navigateur");
    }

    @Test
    void otherSessionsCanBeEndedOneByOneAndTogether() {
        String cookie = signIn("secret-1", "Firefox");
        signIn("secret-2", "Old phone");
        signIn("secret-3", "Library");
        String page = page("/account", cookie).body();
        assertThat(page).contains("Firefox", "Old phone", "Library");
        String phone = SessionId.of(new Secret("secret-2")).value();
        HttpResponse<String> done = sendForm("/account/sessions/end", cookie, "session=" + phone);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(header(done, "Location")).isEqualTo("/account");
        assertThat(page("/account", cookie).body()).contains("Library").doesNotContain("Old phone");
        sendForm("/account/sessions/end-others", cookie, "");
        assertThat(page("/account", cookie).body()).contains("Firefox").doesNotContain("Library");
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
            HttpResponse<String> missing = sendForm("/account/sessions/end", cookie, form);
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
        assertThat(page("/account", cookie).body())
                .contains("The &lt;auth0&gt;", "add cities <code>create:cities</code>");
        assertThat(page("/account", cookie, CANADIAN).body()).contains("ajouter des villes <code>create:cities</code>");
    }

    @Test
    void aFormOnlyAppearsWithItsProof() {
        String cookie = signIn("secret-1", "Firefox");
        String proof = "proof of " + SessionId.of(new Secret("secret-1")).value();
        assertThat(page("/logout", cookie).body())
                .contains("action=\"/logout\"", "name=\"csrf\" value=\"" + proof + "\"");
        assertThat(page("/logout").body())
                .contains("Nobody is signed in")
                .doesNotContain("action=\"/logout\"", "name=\"csrf\"");
    }

    @Test
    void thePageForWhenTheNetworkIsGoneIsNobodys() {
        String cookie = signIn("secret-1", "Firefox");
        HttpResponse<String> page = page("/offline?theme=dark", CANADIAN);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"fr\" data-theme=\"dark\"", "Pas de connexion", "<a class=\"button\" href=\"\"")
                .doesNotContain("/login?", "<form");
        for (String other : new String[] {"?theme=auto", "?theme=%22%3E", ""}) {
            assertThat(page("/offline" + other).body()).doesNotContain("data-theme");
        }
        assertThat(page("/offline", cookie).body()).doesNotContain("/account", "name=\"csrf\"");
    }

    @Test
    void theWorkerKeepsNoMoreThanThatPage() {
        HttpResponse<String> worker = app.get("/service-worker.js", "Accept: */*");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(header(worker, "Content-Type")).startsWith("text/javascript");
        assertThat(header(worker, "Cache-Control")).isEqualTo("max-age=3600");
        assertThat(header(worker, "Content-Security-Policy")).contains("connect-src 'self'");
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
                assertThat(header(led, "Location")).isEqualTo(path);
                assertThat(header(led, "Content-Security-Policy")).contains("default-src");
            }
        }
        assertThat(header(page("/cities//?q=a%2Fb&sort=-name"), "Location")).isEqualTo("/cities?q=a%2Fb&sort=-name");
        for (String other : new String[] {"//evil.test/", "//evil.test//", "/%5Cevil.test/x:y/"}) {
            HttpResponse<String> answer = page(other);
            assertThat(answer.headers().firstValue("Location").orElse("/"))
                    .as(other)
                    .startsWith("/")
                    .doesNotStartWith("//")
                    .doesNotContain("\\");
        }
        assertThat(app.send("POST", "/cities/", "name=a", BROWSER, FORM).statusCode())
                .isEqualTo(404);
        assertThat(page("/api/v2/cities/").statusCode()).isEqualTo(404);
        assertThat(app.get("/cities/").statusCode()).isEqualTo(404);
        assertThat(page("/health/").statusCode()).isEqualTo(404);
    }

    @Test
    void zerosInFrontOfAnIdLeadToThePage() {
        assertThat(page("/cities/007?saved=2").statusCode()).isEqualTo(308);
        assertThat(header(page("/cities/007?saved=2"), "Location")).isEqualTo("/cities/7?saved=2");
        assertThat(header(page("/cities/0135572/edit"), "Location")).isEqualTo("/cities/135572/edit");
        assertThat(header(page("/imports/01"), "Location")).isEqualTo("/imports/1");
        assertThat(header(page("/imports/new/01"), "Location")).isEqualTo("/imports/new/1");
        for (String none : new String[] {"/cities/0", "/cities/00", "/cities/0x", "/nowhere/01", "/api/v2/cities/01"}) {
            assertThat(page(none).statusCode()).as(none).isEqualTo(404);
        }
        assertThat(app.get("/cities/01").statusCode()).isEqualTo(404);
        assertThat(app.send("POST", "/cities/01/edit", "name=a", BROWSER, FORM).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anErrorIsAPageForWhoeverAsksForOne() {
        HttpResponse<String> page = page("/nowhere/%3Cscript%3E", "X-Request-Id: abc");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>Not found</h1>", "<code>abc</code>")
                .doesNotContain("<script>");
        assertThat(page("/nowhere", CANADIAN).body()).contains("lang=\"fr\"");
        assertThat(header(app.get("/nowhere"), "Content-Type")).startsWith("application/problem+json");
        assertThat(header(page("/api/nowhere"), "Content-Type")).startsWith("application/problem+json");
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
            HttpResponse<String> page = page(path, "X-Request-Id: a");
            assertThat(page.statusCode()).as(path).isLessThan(500);
            assertThat(page.body()).as(path).startsWith("<!doctype html>").doesNotContain("5332114");
        }
    }

    @Test
    void assetsMayBeKeptForEver() {
        String style = found(
                "href=\"(/assets/style\\.[0-9a-f]{12}\\.css)\"", page("/login").body());
        HttpResponse<String> asset = app.get(style, "Accept: text/css,*/*;q=0.1");
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(header(asset, "Content-Type")).startsWith("text/css");
        assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(app.get("/assets/style.000000000000.css").statusCode()).isEqualTo(404);
    }

    @Test
    void htmxIsOurOwnAndDoesNoMoreThanSwap() {
        String page = page("/cities").body();
        assertThat(page)
                .contains(
                        "\"allowEval\":false",
                        "\"includeIndicatorStyles\":false",
                        "\"selfRequestsOnly\":true",
                        "\"historyCacheSize\":0");
        String script = found("<script defer src=\"(/assets/htmx\\.min\\.[0-9a-f]{12}\\.js)\"", page);
        assertThat(header(app.get(script), "Cache-Control")).contains("immutable");
        assertThat(page).doesNotContain("onclick", "style=\"", "<style", "src=\"http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.test",
                "https://evil.test/",
                "/\\evil.test",
                "javascript:alert(1)",
                "/a\r\nb",
                "",
                "/[",
                "/%zz",
                "/a|b",
                "/{x}",
                "/^"
            })
    void preferencesLeadNowhereElse(String back) {
        HttpResponse<String> changed = post("/preferences", NOBODY, "theme", "dark", "back", back);
        assertThat(header(changed, "Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cities", "/cities/map", "/statistics"})
    void whatAHostSaysIsNotRepeated(String path) {
        String head = "GET " + path + " HTTP/1.1|Accept: text/html|Connection: close|Host: ";
        assertThat(RawConnection.exchange(app, head + "evil.invalid||"))
                .startsWith("HTTP/1.1 200 ")
                .contains("curl &#39;http://localhost:" + app.port() + "/api/v2/")
                .doesNotContain("evil.invalid");
        assertThat(RawConnection.exchange(app, head + "127.0.0.1:9||"))
                .contains("curl &#39;http://127.0.0.1:9/api/v2/");
    }
}
