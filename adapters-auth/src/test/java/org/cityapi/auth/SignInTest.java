package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.Test;

/** Signing in with a browser, when everybody is honest. */
class SignInTest extends SignInCalls {

    private static final String CODES_CHARACTERS = "[A-Za-z0-9_-]+";

    @Test
    void oneIsSentToTheProviderAndComesBackSignedIn() {
        provider.signIns.claims = claims -> claims.claim("name", "Ada");
        assertThat(signedIn(browser.signIn("oidc"))).isEqualTo("/account");
        assertThat(browser.get("/account").body())
                .isEqualTo("Ada <null> may [] by WEB in Java-http-client/" + System.getProperty("java.version"));
        assertThat(browser.cookies).containsOnlyKeys(SESSION);
    }

    @Test
    void theProviderIsAskedForACodeAndNoMore() {
        Map<String, String> question = browser.begin("oidc");
        assertThat(question)
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", TestSignIns.CLIENT)
                .containsEntry("redirect_uri", "https://cities.example/oauth/callback/oidc")
                .containsEntry("scope", "openid profile email")
                .containsEntry("code_challenge_method", "S256");
        assertThat(question.get("nonce")).hasSize(43).matches(CODES_CHARACTERS);
        assertThat(question.get("code_challenge")).hasSize(43).matches(CODES_CHARACTERS);
        Map<String, String> another = browser.begin("oidc");
        for (String secret : List.of("state", "nonce", "code_challenge")) {
            assertThat(another.get(secret)).isNotEqualTo(question.get(secret));
        }
    }

    @Test
    void twoTabsMaySignInAtOnce() {
        String first = browser.goThere("oidc");
        String second = browser.goThere("oidc");
        signedIn(browser.comeBack(second));
        assertThat(browser.cookies).containsOnlyKeys(SESSION, "__Host-browser");
        signedIn(browser.comeBack(first));
        assertThat(browser.cookies).containsOnlyKeys(SESSION);
    }

    @Test
    void theCodeIsRedeemedWithItsVerifier() {
        browser.signIn("oidc");
        assertThat(provider.signIns.redeemed).hasSize(1);
        assertThat(provider.signIns.redeemed.get(0))
                .containsKeys("code", "code_verifier")
                .containsEntry("redirect_uri", "https://cities.example/oauth/callback/oidc")
                .doesNotContainKey("client_secret");
    }

    @Test
    void aProviderThatWantsTheSecretInTheFormGetsItThere() {
        provider.signIns.told.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        signedIn(browser.signIn("oidc"));
        assertThat(provider.signIns.redeemed.get(0)).containsEntry("client_secret", TestSignIns.SECRET);
    }

    @Test
    void theCookiesAreOutOfReachForScriptsAndOtherSites() {
        HttpResponse<String> login = browser.get("/oauth/login/oidc");
        assertThat(login.statusCode()).isEqualTo(303);
        assertThat(cookie(login, "__Host-browser"))
                .contains("Path=/", "HTTPOnly", "Secure", "SameSite=Lax", "Max-Age=600")
                .doesNotContain("Domain");
        HttpResponse<String> back = browser.signIn("oidc");
        assertThat(cookie(back, SESSION))
                .contains("Path=/", "HTTPOnly", "Secure", "SameSite=Lax")
                .doesNotContain("Domain", "Max-Age", "Expires");
        assertThat(browser.cookies.get(SESSION)).hasSize(43).matches(CODES_CHARACTERS);
        assertThat(back.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoTabsSignInSideBySide() {
        Map<String, String> first = browser.begin("oidc");
        String second = browser.goThere("oidc");
        String code = provider.signIns.code(first);
        assertThat(signedIn(
                        browser.get(CALLBACK + "?" + Browser.query(Map.of("code", code, "state", first.get("state"))))))
                .isEqualTo("/account");
        assertThat(second).contains("state=");
    }

    @Test
    void whatTheAccessTokenAndTheIdTokenGrantIsGrantedTogether() {
        provider.signIns.claims = claims -> claims.claim("permissions", List.of("delete:cities"));
        provider.signIns.accessToken = provider.token(claims -> claims.claim("permissions", List.of("create:cities")));
        browser.signIn("oidc");
        assertThat(browser.get("/account").body()).contains("may [CREATE_CITIES, DELETE_CITIES] by WEB");
    }

    @Test
    void anAccessTokenOfSomebodyElseOrForSomebodyElseGrantsNothing() {
        List<String> rights = List.of("create:cities");
        Map<String, String> reasons = Map.of(
                provider.token(claims -> claims.subject("other").claim("permissions", rights)),
                "It is of somebody else than the ID token (iss, sub)",
                provider.token(claims -> claims.audience("other").claim("permissions", rights)),
                "The token is meant for another service (aud)",
                provider.token(claims -> claims.claim("permissions", rights)) + "x",
                "The token is not signed with a key of its issuer",
                "opaque",
                "The token is not a signed JWT");
        reasons.forEach((token, reason) -> {
            provider.signIns.accessToken = token;
            try (LogLines log = new LogLines()) {
                signedIn(browser.signIn("oidc"));
                assertThat(log.fresh())
                        .containsExactly(
                                "The access token of a sign-in by " + provider.issuer() + " grants nothing: " + reason);
            }
            assertThat(browser.get("/account").body()).contains("may [] by WEB");
        });
    }

    @Test
    void anAddressCountsOnlyWhenTheProviderCheckedIt() {
        for (Object unverified : List.of(false, "yes", 1, List.of(true), "TRUE ")) {
            provider.signIns.claims =
                    claims -> claims.claim("email", "ada@example.com").claim("email_verified", unverified);
            signedIn(browser.signIn("oidc"));
            assertThat(role()).as("%s", unverified).isEqualTo(Role.VIEWER);
        }
        provider.signIns.claims =
                claims -> claims.claim("email", "Ada@Example.com").claim("email_verified", "true");
        signedIn(browser.signIn("oidc"));
        assertThat(role()).isEqualTo(Role.ADMIN);
    }

    private Role role() {
        Ports ports = server.getApplicationContext().getBean(Ports.class);
        return ports.users()
                .find(UserId.of(provider.issuer(), "auth0|4711"))
                .map(User::role)
                .orElseThrow();
    }

    @Test
    void oddClaimsNeitherFailNorGrant() {
        for (Object odd :
                List.of("create:cities", Map.of("create:cities", true), 7, Collections.nCopies(500, "create:cities"))) {
            provider.signIns.claims = claims ->
                    claims.claim("permissions", odd).claim("name", odd).claim("email", odd);
            signedIn(browser.signIn("oidc"));
            assertThat(browser.get("/account").body()).contains("may [] by WEB");
        }
    }

    @Test
    void whoIsSignedInIsSentOnFromThePageOfSignIn() {
        assertThat(browser.get("/login").statusCode()).isEqualTo(404);
        browser.signIn("oidc");
        assertThat(signedIn(browser.get("/login"))).isEqualTo("/account");
        assertThat(signedIn(browser.get("/login?target=/form%3Fa%3Db"))).isEqualTo("/form?a=b");
        for (String other :
                List.of("//evil.invalid", "/%7B", "/a%7Cb", "/%5B", "/%60", "/a%23b%23c", "/cities?q=%7Bx%7D")) {
            assertThat(signedIn(browser.get("/login?target=" + other))).isEqualTo("/account");
        }
        assertThat(caller.get("/login", "Authorization", "Bearer " + provider.token())
                        .statusCode())
                .isEqualTo(404);
    }
}
