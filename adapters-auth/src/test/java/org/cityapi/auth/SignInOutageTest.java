package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by a provider that is down, slow, huge, or somebody else. */
class SignInOutageTest extends SignInCalls {

    private static void away(HttpResponse<String> response) {
        assertThat(response.body()).isEqualTo("Unavailable");
        assertThat(response.statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> inFiveSeconds(Supplier<HttpResponse<String>> call) {
        long start = System.nanoTime();
        HttpResponse<String> response = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        return response;
    }

    @Test
    void aProviderThatIsDownAtTheStartWorksOnceItIsUp() {
        provider.goesDown();
        away(browser.get("/oauth/login/oidc"));
        away(browser.get("/oauth/login/oidc"));
        assertThat(browser.get("/open").statusCode()).isEqualTo(200);
        provider.comesUp();
        signedIn(browser.signIn("oidc"));
    }

    @Test
    void aProviderThatGoesDownMeanwhileIsAClearRefusal() {
        String answer = browser.goThere("oidc");
        provider.goesDown();
        away(inFiveSeconds(() -> browser.comeBack(answer)));
        assertThat(events().get(0).details()).containsEntry("reason", "the provider is away");
        provider.comesUp();
        signedIn(browser.signIn("oidc"));
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotUsed() {
        try (LogLines log = new LogLines()) {
            for (String name : List.of(provider.issuer() + "/", "https://evil.invalid/" + "x".repeat(150), "")) {
                provider.callsItself(name);
                away(browser.get("/oauth/login/oidc"));
                assertThat(log.fresh())
                        .containsExactly(
                                "No sign-in by " + provider.issuer() + ": The issuer at " + provider.issuer()
                                        + (name.isEmpty()
                                                ? " does not say what it is called"
                                                : " calls itself " + name
                                                        + ": if that is who is meant, name it so in the settings (OIDC_ISSUER, AUTH0_DOMAIN)"));
            }
        }
        provider.callsItself(provider.issuer());
        signedIn(browser.signIn("oidc"));
    }

    @Test
    void pagesOfAProviderLieOnHttpsOrOnThisMachine() {
        for (String page : List.of("authorization_endpoint", "token_endpoint")) {
            for (Object odd : List.of("http://evil.invalid/x", "javascript:alert(1)", "/relative", 7)) {
                provider.signIns.told.put(page, odd);
                away(browser.get("/oauth/login/oidc"));
            }
            provider.signIns.told.remove(page);
        }
        signedIn(browser.signIn("oidc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.invalid/x", "javascript:alert(1)", "https://a.example/x#y", " "})
    void whatASignInCanDoWithoutKeepsNobodyOut(String odd) {
        provider.signIns.told.put("end_session_endpoint", odd);
        provider.signIns.told.put("token_endpoint_auth_methods_supported", odd);
        try (LogLines log = new LogLines()) {
            signedIn(browser.signIn("oidc"));
            clock().putForward(Duration.ofMinutes(5));
            browser.begin("oidc");
            assertThat(log.fresh())
                    .filteredOn(line -> line.contains("passed over"))
                    .singleElement()
                    .asString()
                    .startsWith("What " + provider.issuer() + " says of itself is passed over: end_session_endpoint (");
        }
        String form = browser.get("/form").body();
        assertThat(signedIn(browser.post("/logout", Map.of("csrf", form)))).isEqualTo("/login?signed-out=here");
    }

    @Test
    void aSlowProviderHoldsNobodyForLong() {
        provider.fails(TestProvider::hang);
        away(inFiveSeconds(() -> browser.get("/oauth/login/oidc")));
        provider.comesUp();
        provider.signIns.tokenFault = TestProvider::hang;
        String answer = browser.goThere("oidc");
        away(inFiveSeconds(() -> browser.comeBack(answer)));
    }

    @Test
    void manyWhoComeAtOnceAskASlowProviderOnce() {
        provider.fails(TestProvider::hang);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture<?>[] all = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> away(inFiveSeconds(() -> new Browser(caller).get("/oauth/login/oidc"))), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } finally {
            threads.shutdownNow();
        }
        assertThat(provider.fetches()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatAProviderSaysOfItselfIsAskedOnceInAWhile() {
        browser.begin("oidc");
        browser.begin("oidc");
        assertThat(provider.fetches()).isEqualTo(1);
        clock().putForward(Duration.ofMinutes(5));
        browser.begin("oidc");
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        provider.signIns.tokenFault =
                exchange -> TestProvider.json(exchange, 200, "{\"id_token\":\"" + "x".repeat(300_000));
        // A user may have chosen a name of that length: it is he who is refused.
        assertThat(browser.signIn("oidc").statusCode()).isEqualTo(400);
    }

    @Test
    void aRedirectIsNotFollowed() {
        provider.signIns.tokenFault = exchange -> {
            exchange.getResponseHeaders().set("Location", provider.origin() + "/trap");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        };
        String answer = browser.goThere("oidc");
        int before = provider.fetches();
        away(browser.comeBack(answer));
        assertThat(provider.fetches()).isEqualTo(before + 1);
    }

    @Test
    void tokensComeAsTheStandardSays() {
        provider.signIns.answered.put("token_type", "bearer");
        signedIn(browser.signIn("oidc"));
        browser.cookies.clear();
        List<Map<String, Object>> odd = List.of(
                Map.of("token_type", "mac"),
                Map.of("token_type", ""),
                Map.of("access_token", ""),
                Map.of("access_token", Map.of("a", 1)),
                Map.of("error", "invalid_grant"));
        for (Map<String, Object> change : odd) {
            provider.signIns.answered.clear();
            provider.signIns.answered.putAll(change);
            try (LogLines log = new LogLines()) {
                refused(browser.signIn("oidc"), "UNTRUSTED", "untrusted");
                String what = change.keySet().iterator().next();
                assertThat(log.fresh())
                        .singleElement()
                        .asString()
                        .startsWith("The tokens of " + provider.issuer() + " cannot be used: ")
                        .contains(what)
                        .doesNotContain("mac", "invalid_grant");
            }
        }
    }

    @Test
    void anAnswerThatIsNoneIsRefused() {
        for (String odd : List.of("", "no json", "[]", "null", "{}", "{\"id_token\":7}", "{\"id_token\":[\"x\"]}")) {
            provider.signIns.tokenFault = exchange -> TestProvider.json(exchange, 200, odd);
            refused(browser.signIn("oidc"), "UNTRUSTED", "untrusted");
        }
        provider.signIns.tokenFault = exchange -> TestProvider.json(exchange, 500, "{}");
        away(browser.signIn("oidc"));
    }
}
