package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cityapi.application.SignIn;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session's cookie is worth, and where. */
class SessionCookieTest extends SignInCalls {

    private static final String NOBODY = "nobody by API";

    private String session() {
        browser.signIn("oidc");
        return browser.cookies.get(SESSION);
    }

    private String asks(String path, String... headers) {
        return caller.get(path, headers).body();
    }

    private String withCookie(String cookie) {
        return asks("/account", "Cookie", cookie);
    }

    @Test
    void aGivenSessionIsNeverAdopted() {
        String planted = Secret.random().value();
        browser.cookies.put(SESSION, planted);
        assertThat(session()).isNotEqualTo(planted);
        assertThat(withCookie(SESSION + "=" + planted)).isEqualTo(NOBODY);
    }

    @Test
    void eachSignInBeginsANewSessionAndEndsTheFormer() {
        String first = session();
        String second = session();
        assertThat(second).isNotEqualTo(first);
        assertThat(withCookie(SESSION + "=" + first)).isEqualTo(NOBODY);
        assertThat(withCookie(SESSION + "=" + second)).contains("auth0|4711");
    }

    @Test
    void aCookieThatWasTamperedWithIsNone() {
        String good = session();
        char other = good.charAt(0) == 'A' ? 'B' : 'A';
        for (String bad : List.of(
                other + good.substring(1),
                good.substring(1),
                good + "A",
                good + "=",
                "\"" + good + "\"",
                "",
                "'--",
                "a b")) {
            assertThat(withCookie(SESSION + "=" + bad)).as(bad).isEqualTo(NOBODY);
        }
        assertThat(withCookie(SESSION + "=" + good)).contains("auth0|4711");
    }

    @Test
    void ofTwoCookiesNoneCounts() {
        String good = session();
        String pair = SESSION + "=" + good;
        assertThat(withCookie(pair + "; " + SESSION + "=x")).isEqualTo(NOBODY);
        assertThat(withCookie(SESSION + "=x; " + pair)).isEqualTo(NOBODY);
        assertThat(withCookie(pair + ";" + pair)).isEqualTo(NOBODY);
        assertThat(asks("/account", "Cookie", pair, "Cookie", pair)).isEqualTo(NOBODY);
        assertThat(withCookie("a=b; " + pair + "; c=d")).contains("auth0|4711");
    }

    @Test
    void aNeighboursNameIsNotOurs() {
        String good = session();
        for (String name : List.of("session", "__Secure-session", "__host-session", "X" + SESSION, SESSION + "x")) {
            assertThat(withCookie(name + "=" + good)).as(name).isEqualTo(NOBODY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/%61pi/me",
                "/api/%6de",
                "/api/me/",
                "//api/me",
                "/./api/me",
                "/x/../api/me",
                "/API/me",
                "/api;x=y/me",
                "/api/me?x=/account"
            })
    void underApiNoCookieCounts(String path) {
        String response = asks(path, "Cookie", SESSION + "=" + session());
        assertThat(response).doesNotContain("auth0|4711");
    }

    @Test
    void aHeaderGoesBeforeTheCookie() {
        String cookie = SESSION + "=" + session();
        String other = provider.token(claims -> claims.subject("program"));
        assertThat(asks("/account", "Cookie", cookie, "Authorization", "Bearer " + other))
                .isEqualTo("program <null> may [] by API");
        assertThat(asks("/account", "Cookie", cookie, "Authorization", "Bearer x"))
                .startsWith("bad token");
        assertThat(asks("/account", "Cookie", cookie, "Authorization", "Basic eDp5"))
                .isEqualTo(NOBODY);
    }

    @Test
    void aRoleCountsAtOnce() {
        session();
        assertThat(browser.get("/account").body()).contains("may []");
        Accounts.give(server, provider.issuer(), "auth0|4711", Role.EDITOR);
        assertThat(browser.get("/account").body()).contains("CREATE_CITIES");
        Accounts.give(server, provider.issuer(), "auth0|4711", Role.VIEWER);
        assertThat(browser.get("/account").body()).contains("may []");
    }

    @Test
    void aSessionEndsWhenItLiesIdleAndWhenItsTimeIsOver() {
        session();
        for (int hour = 0; hour < 12; hour++) {
            assertThat(browser.get("/account").body()).as("hour %s", hour).contains("auth0|4711");
            clock().putForward(Duration.ofMinutes(59));
        }
        clock().putForward(Duration.ofMinutes(12));
        assertThat(browser.get("/account").body()).isEqualTo(NOBODY);
        session();
        clock().putForward(Duration.ofMinutes(60));
        assertThat(browser.get("/account").body()).isEqualTo(NOBODY);
    }

    @Test
    void theSameSubjectOfTwoProvidersIsTwoUsers() throws Exception {
        try (TestProvider second = new TestProvider(TestProvider.STRANGER);
                EmbeddedServer both = SmallHouse.open(
                        SmallHouse.SITE, List.of(provider.signIns.as("oidc"), second.signIns.as("other")))) {
            for (TestProvider one : List.of(provider, second)) {
                one.signIns.claims =
                        claims -> claims.claim("email", "same@example.com").claim("name", one.origin());
            }
            Browser first = new Browser(new Caller(both));
            Browser other = new Browser(new Caller(both));
            signedIn(first.signIn("oidc"));
            signedIn(other.signIn("other"));
            assertThat(first.get("/account").body()).startsWith(provider.origin() + " <same@example.com>");
            assertThat(other.get("/account").body()).startsWith(second.origin() + " <same@example.com>");
        }
    }

    /** He came by one that was set before, such as local mode's, where anybody may be an administrator. */
    @Test
    void aSessionByAProviderThatIsNoLongerSetIsNone() {
        SignIn signIn = server.getApplicationContext().getBean(SignIn.class);
        for (String issuer : List.of(provider.issuer(), "http://localhost:8081/local")) {
            String secret = signIn.accept(
                            new SignIn.Proof(new Identity(issuer, "admin", null, null), false, Set.of(), "oidc"),
                            "browser",
                            null)
                    .value();
            Accounts.give(server, issuer, "admin", Role.ADMIN);
            assertThat(withCookie(SESSION + "=" + secret))
                    .as(issuer)
                    .startsWith(issuer.equals(provider.issuer()) ? "admin <null> may [" : NOBODY);
        }
    }

    @Test
    void onHttpTheCookieHasAPlainName() {
        Site local = new Site("http://localhost:8080", SmallHouse.SITE.secretKey(), List.of());
        try (EmbeddedServer open = SmallHouse.open(local, List.of(provider.signIns.as("local")))) {
            Browser plain = new Browser(new Caller(open));
            HttpResponse<String> response = plain.signIn("local");
            assertThat(signedIn(response)).isEqualTo("/account");
            assertThat(response.headers().map().get("set-cookie").toString()).doesNotContain("Secure", "__Host-");
            assertThat(plain.cookies).containsOnlyKeys("session");
            assertThat(plain.get("/account").body()).contains("auth0|4711");
        }
    }

    @Test
    void nothingOfTheProvidersTokensReachesTheBrowser() {
        HttpResponse<String> response = browser.signIn("oidc");
        String seen = response.headers().map()
                + response.body()
                + browser.get("/account").headers().map();
        assertThat(seen).doesNotContain("eyJ", "opaque-access-token", "refresh-token");
        assertThat(browser.cookies).hasSize(1);
    }
}
