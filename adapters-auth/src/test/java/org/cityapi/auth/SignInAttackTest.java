package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the way back from a provider: each ends without a session, and without a failure of ours. */
class SignInAttackTest extends SignInCalls {

    private void unknown(HttpResponse<String> response) {
        refused(response, "UNKNOWN_ATTEMPT", "unknown_attempt");
    }

    @Test
    void anAttackersAnswerDoesNotSignAnotherBrowserIn() {
        String answer = new Browser(caller).goThere("oidc");
        unknown(browser.comeBack(answer));
        browser.begin("oidc");
        unknown(browser.comeBack(answer));
        assertThat(provider.signIns.redeemed).isEmpty();
    }

    @Test
    void anAnswerWorksOnce() {
        String answer = browser.goThere("oidc");
        String held = browser.cookies.get("__Host-browser");
        signedIn(browser.comeBack(answer));
        browser.cookies.clear();
        browser.cookies.put("__Host-browser", held);
        unknown(browser.comeBack(answer));
        assertThat(provider.signIns.redeemed).hasSize(1);
    }

    @Test
    void theCookieOfAnAttemptIsTakenAwayHoweverItEnds() {
        String answer = browser.goThere("oidc");
        unknown(browser.get(CALLBACK + "?code=x&state=y"));
        assertThat(browser.cookies).containsKey("__Host-browser");
        browser.comeBack(answer.replaceFirst("code=[^&]*", "code=x"));
        assertThat(browser.cookies).isEmpty();
    }

    @Test
    void whoeverLearnsOfAStateCannotUseItUp() {
        String answer = browser.goThere("oidc");
        Browser stranger = new Browser(caller);
        stranger.begin("oidc");
        unknown(stranger.comeBack(answer));
        unknown(new Browser(caller).comeBack(answer));
        signedIn(browser.comeBack(answer));
    }

    @Test
    void anAnswerIsGoodForTenMinutes() {
        String soon = browser.goThere("oidc");
        clock().putForward(Duration.ofMinutes(10).minusSeconds(20));
        signedIn(browser.comeBack(soon));
        browser.cookies.clear();
        String late = browser.goThere("oidc");
        clock().putForward(Duration.ofMinutes(10));
        unknown(browser.comeBack(late));
    }

    @Test
    void aStateThatWeDidNotSealIsNoState() {
        Map<String, String> question = browser.begin("oidc");
        String state = question.get("state");
        String code = provider.signIns.code(question);
        char last = state.charAt(0) == 'A' ? 'B' : 'A';
        for (String forged : List.of(
                last + state.substring(1),
                state.substring(0, 43),
                state + "A",
                "x".repeat(43) + "." + "y".repeat(43),
                "")) {
            browser.begin("oidc");
            unknown(browser.get(CALLBACK + "?" + Browser.query(Map.of("code", code, "state", forged))));
        }
    }

    @Test
    void anAnswerToAnotherProvidersCallbackIsRefusedBeforeAnyCodeIsSent() throws Exception {
        try (TestProvider evil = new TestProvider(TestProvider.STRANGER);
                EmbeddedServer both = SmallHouse.open(
                        SmallHouse.SITE, List.of(provider.signIns.as("oidc"), evil.signIns.as("other")))) {
            Browser victim = new Browser(new Caller(both));
            String answer = victim.goThere("oidc");
            HttpResponse<String> mixedUp = victim.comeBack(answer.replace("callback/oidc", "callback/other"));
            assertThat(mixedUp.body()).isEqualTo("no sign-in: UNKNOWN_ATTEMPT");
            assertThat(victim.cookies).doesNotContainKey(SESSION);
            assertThat(evil.signIns.redeemed).isEmpty();
            assertThat(provider.signIns.redeemed).isEmpty();
        }
    }

    @Test
    void anIssuerThatIsToldMustBeTheOneThatWasAsked() {
        provider.signIns.answer = answer -> answer.put("iss", "https://evil.invalid");
        refused(browser.signIn("oidc"), "UNTRUSTED", "The answer is of another issuer (iss)");
        provider.signIns.answer = answer -> answer.put("iss", provider.issuer() + "/");
        refused(browser.signIn("oidc"), "UNTRUSTED", "The answer is of another issuer (iss)");
        assertThat(provider.signIns.redeemed).isEmpty();
        provider.signIns.answer = answer -> answer.put("iss", provider.issuer());
        signedIn(browser.signIn("oidc"));
    }

    @Test
    void aProviderThatSaysItTellsItsIssuerMustDoSo() {
        provider.signIns.told.put("authorization_response_iss_parameter_supported", true);
        refused(browser.signIn("oidc"), "UNTRUSTED", "The answer is of another issuer (iss)");
        provider.signIns.answer = answer -> answer.put("iss", provider.issuer());
        signedIn(browser.signIn("oidc"));
    }

    @Test
    void aStolenCodeIsNotRedeemedInAnotherSignIn() {
        Map<String, String> victims = new Browser(caller).begin("oidc");
        String stolen = provider.signIns.code(victims);
        Map<String, String> own = browser.begin("oidc");
        HttpResponse<String> injected =
                browser.get(CALLBACK + "?" + Browser.query(Map.of("code", stolen, "state", own.get("state"))));
        refused(injected, "UNTRUSTED", "untrusted");
    }

    @Test
    void aStolenCodeOfAProviderWithoutPkceFailsByItsNonce() {
        Map<String, String> own = browser.begin("oidc");
        Map<String, String> lax = new LinkedHashMap<>(own);
        lax.put("nonce", "of-the-victim");
        String stolen = provider.signIns.code(lax);
        HttpResponse<String> injected =
                browser.get(CALLBACK + "?" + Browser.query(Map.of("code", stolen, "state", own.get("state"))));
        refused(injected, "UNTRUSTED", "The ID token is of another sign-in (nonce)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state", "iss", "error"})
    void aParameterThatIsThereTwiceIsRefused(String name) {
        String answer = browser.goThere("oidc");
        unknown(browser.comeBack(answer + "&" + name + "=x&" + name + "=y"));
        assertThat(provider.signIns.redeemed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "<script>alert(1)</script>", "a\r\nSet-Cookie: x=y", "\u202e"})
    void anErrorIsTakenAsANoAndNotRepeated(String error) {
        provider.signIns.answer = answer -> {
            answer.remove("code");
            answer.put("error", error);
            answer.put("error_description", "<img src=x onerror=alert(1)>");
            answer.put("error_uri", "javascript:alert(1)");
        };
        HttpResponse<String> response;
        try (LogLines log = new LogLines()) {
            response = browser.signIn("oidc");
            assertThat(log.fresh())
                    .containsExactly("A sign-in by " + provider.issuer() + " came back with an error: "
                            + (error.equals("access_denied") ? error : "one without a registered name"));
        }
        refused(response, "DECLINED", "declined");
        assertThat(response.headers().map().toString()).doesNotContain("alert", "access_denied", "x=y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error", "temporarily_unavailable"})
    void aProviderThatCannotIsAwayAndNobodySaidNo(String error) {
        provider.signIns.answer = answer -> {
            answer.remove("code");
            answer.put("error", error);
        };
        refused(browser.signIn("oidc"), "PROVIDER_AWAY", "provider_away");
    }

    @Test
    void anErrorOfAnAttemptThatIsNotOursIsUnknown() {
        unknown(browser.get(CALLBACK + "?error=access_denied"));
        unknown(browser.get(CALLBACK + "?error=access_denied&state=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?code=", "?state=%00", "?code=%ff%fe&state=a", "?=&=&", "?state[]=x"})
    void anOddAnswerIsNoFailureOfOurs(String query) {
        assertThat(browser.get(CALLBACK + query).statusCode()).isBetween(400, 499);
    }

    @Test
    void anAnswerWithoutACodeIsRefused() {
        for (String code : List.of("", " ")) {
            provider.signIns.answer = answer -> answer.put("code", code);
            refused(browser.signIn("oidc"), "UNTRUSTED", "The answer has no code");
        }
        provider.signIns.answer = answer -> answer.remove("code");
        refused(browser.signIn("oidc"), "UNTRUSTED", "The answer has no code");
    }

    @Test
    void theWayBackIsAGet() {
        Map<String, String> question = browser.begin("oidc");
        Map<String, String> answer = Map.of("code", provider.signIns.code(question), "state", question.get("state"));
        String query = Browser.query(answer);
        for (HttpResponse<String> post :
                List.of(browser.post(CALLBACK, answer), browser.post(CALLBACK + "?" + query, Map.of("a", "b")))) {
            assertThat(post.body()).isEqualTo("no sign-in: UNKNOWN_ATTEMPT");
        }
        assertThat(browser.send("HEAD", CALLBACK + "?" + query, "").statusCode())
                .isBetween(400, 499);
        assertThat(browser.cookies).doesNotContainKey(SESSION);
        assertThat(provider.signIns.redeemed).isEmpty();
    }
}
