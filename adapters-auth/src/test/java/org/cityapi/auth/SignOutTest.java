package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.security.SecurityEvent;
import org.junit.jupiter.api.Test;

/** Signing out, here and at the provider. */
class SignOutTest extends SignInCalls {

    private static final String MARK = "__Host-signed-out";
    private static final String BACK = "https://cities.example/login?signed-out";

    private static HttpResponse<String> signOut(Browser browser) {
        return browser.post("/logout", Map.of("csrf", browser.get("/form").body()));
    }

    private static Map<String, String> queryOf(String address) {
        return TestSignIns.fields(URI.create(address).getRawQuery());
    }

    @Test
    void theSessionEndsHereAndAtTheProvider() {
        provider.signIns.claims = claims -> claims.claim("email", "ada+x@example.com");
        browser.signIn("oidc");
        String held = browser.cookies.get(SESSION);
        HttpResponse<String> response = signOut(browser);
        String address = signedIn(response);
        assertThat(address).startsWith(provider.origin() + "/bye?").doesNotContain("eyJ");
        assertThat(queryOf(address))
                .isEqualTo(Map.of(
                        "client_id",
                        TestSignIns.CLIENT,
                        "post_logout_redirect_uri",
                        BACK,
                        "logout_hint",
                        "ada+x@example.com"));
        assertThat(response.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(browser.cookies).containsOnlyKeys(MARK);
        assertThat(caller.get("/account", "Cookie", SESSION + "=" + held).body())
                .isEqualTo("nobody by API");
        assertThat(events().get(events().size() - 1).kind()).isEqualTo(SecurityEvent.Kind.SIGNED_OUT);
    }

    @Test
    void aSignOutPageOnAnotherOriginIsReachedWithoutARedirect() {
        provider.signIns.told.put("end_session_endpoint", "https://bye.example/out");
        browser.signIn("oidc");
        HttpResponse<String> response = signOut(browser);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Refresh").orElseThrow())
                .startsWith("0; url=https://bye.example/out?client_id=");
        assertThat(browser.cookies).containsOnlyKeys(MARK);
    }

    @Test
    void theNextSignInAsksForAPassword() {
        browser.signIn("oidc");
        signOut(browser);
        String question = Browser.location(browser.get("/oauth/login/oidc"));
        assertThat(question).contains("&prompt=login");
        browser.comeBack(Browser.location(Browser.visit(question)));
        assertThat(browser.cookies).containsOnlyKeys(SESSION);
        assertThat(browser.begin("oidc")).doesNotContainKey("prompt");
    }

    @Test
    void auth0AndGoogleHaveWaysOfTheirOwn() {
        try (EmbeddedServer both = SmallHouse.open(
                SmallHouse.SITE, List.of(provider.signIns.as("auth0"), provider.signIns.as("google")))) {
            Browser auth0 = new Browser(new Caller(both));
            assertThat(auth0.begin("auth0")).containsEntry("audience", TestProvider.AUDIENCE);
            auth0.signIn("auth0");
            String address = signedIn(signOut(auth0));
            assertThat(address).startsWith(provider.origin() + "/v2/logout?");
            assertThat(queryOf(address)).isEqualTo(Map.of("client_id", TestSignIns.CLIENT, "returnTo", BACK));
            assertThat(auth0.begin("google"))
                    .containsEntry("prompt", "select_account")
                    .doesNotContainKey("audience");
        }
    }

    @Test
    void aProviderThatCannotSignOutOrIsAwayHoldsNobody() {
        provider.signIns.told.put("end_session_endpoint", "");
        browser.signIn("oidc");
        assertThat(signedIn(signOut(browser))).isEqualTo("/login?signed-out=here");
        provider.signIns.told.remove("end_session_endpoint");
        browser.signIn("oidc");
        clock().putForward(Duration.ofMinutes(6));
        provider.goesDown();
        assertThat(signedIn(signOut(browser))).isEqualTo("/login?signed-out=here");
        assertThat(browser.cookies).containsOnlyKeys(MARK);
    }

    @Test
    void withoutASessionThereIsNothingToEnd() {
        assertThat(signedIn(browser.post("/logout", Map.of()))).isEqualTo("/login?signed-out=here");
        browser.signIn("oidc");
        clock().putForward(Duration.ofHours(2));
        assertThat(signedIn(browser.post("/logout", Map.of()))).isEqualTo("/login?signed-out=here");
        assertThat(browser.cookies).containsOnlyKeys(MARK);
    }

    @Test
    void nobodyElseCanSignOneOut() {
        browser.signIn("oidc");
        String token = browser.get("/form").body();
        assertThat(browser.get("/logout").statusCode()).isEqualTo(405);
        assertThat(browser.send("HEAD", "/logout", "").statusCode()).isEqualTo(405);
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/logout", Map.of("csrf", token), "Origin", "https://evil.invalid")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(caller)
                        .post("/logout", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/account").body()).contains("auth0|4711");
    }

    @Test
    void oneSessionEndsAndNotTheOthers() {
        Browser other = new Browser(caller);
        other.signIn("oidc");
        browser.signIn("oidc");
        signOut(browser);
        assertThat(other.get("/account").body()).contains("auth0|4711");
    }
}
