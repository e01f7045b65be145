package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that tell name and e-mail by their userinfo alone. */
class UserInfoTest extends SignInCalls {

    private static final String ADA =
            "{\"sub\":\"auth0|4711\",\"name\":\"Ada\",\"email\":\"ada@example.com\",\"email_verified\":true,"
                    + "\"permissions\":[\"create:cities\"]}";

    private final Queue<List<String>> asked = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void tellByUserInfo() {
        provider.signIns.told.put("userinfo_endpoint", provider.origin() + "/userinfo");
        answers(exchange -> TestProvider.json(exchange, 200, ADA));
    }

    private void answers(HttpHandler answer) {
        provider.signIns.userInfo = exchange -> {
            asked.add(List.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Accept")));
            answer.handle(exchange);
        };
    }

    private void answers(String body) {
        answers(exchange -> TestProvider.json(exchange, 200, body));
    }

    private User user() {
        return server.getApplicationContext()
                .getBean(Ports.class)
                .users()
                .find(UserId.of(provider.issuer(), "auth0|4711"))
                .orElseThrow();
    }

    /** Signs in with what the ID token tells, and one line says why. */
    private void addsNothing(String reason) {
        try (LogLines log = new LogLines()) {
            signedIn(browser.signIn("oidc"));
            assertThat(log.fresh())
                    .filteredOn(line -> line.contains("userinfo"))
                    .containsExactly("The userinfo of " + provider.issuer() + " adds nothing to a sign-in: " + reason);
        }
        assertThat(user().name()).isEqualTo("auth0|4711");
        assertThat(user().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void whatTheIdTokenLeavesOutIsAskedOnceWithTheAccessToken() {
        signedIn(browser.signIn("oidc"));
        assertThat(asked).containsExactly(List.of("GET", "Bearer " + provider.signIns.accessToken, "application/json"));
        assertThat(browser.get("/account").body()).startsWith("Ada <ada@example.com> may [CREATE_CITIES, UPDATE");
        assertThat(user().role()).isEqualTo(Role.ADMIN);
        assertThat(user().account().granted()).isEmpty();
    }

    @Test
    void whatTheIdTokenTellsIsNotAskedFor() {
        provider.signIns.claims = claims -> claims.claim("name", "Bob").claim("email", "bob@example.com");
        signedIn(browser.signIn("oidc"));
        assertThat(asked).isEmpty();
        provider.signIns.claims =
                claims -> claims.claim("preferred_username", "bob").claim("email_verified", true);
        answers("{\"sub\":\"auth0|4711\",\"name\":\"Ada\",\"email\":\"ada@example.com\"}");
        signedIn(browser.signIn("oidc"));
        assertThat(user().name()).isEqualTo("bob");
        assertThat(user().email()).isEqualTo("ada@example.com");
        assertThat(user().role())
                .as("by the word of the ID token about no address")
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void anotherPersonsAnswerCountsForNothing() {
        String other = "it tells of somebody else than the ID token (sub)";
        for (String sub : List.of("\"other\"", "4711", "null")) {
            answers(ADA.replace("\"auth0|4711\"", sub));
            addsNothing(other);
        }
        answers("{}");
        addsNothing(other);
    }

    @Test
    void anAnswerThatCannotBeUsedKeepsNobodyOut() {
        String page = provider.origin() + "/userinfo";
        answers(exchange -> TestProvider.json(exchange, 401, ADA));
        addsNothing(page + " answers 401");
        answers("[]");
        addsNothing(page + " does not answer a JSON object");
        answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/jwt");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        addsNothing(page + " does not answer application/json");
        answers("{\"x\":\"" + "x".repeat(300_000) + "\"}");
        addsNothing(page + ": more than 262144 bytes");
    }

    @Test
    void anAccessTokenThatFitsIntoNoHeaderIsNotShownInTheLog() {
        provider.signIns.accessToken = "a\nb";
        addsNothing("the access token fits into no header");
    }

    @Test
    void aSlowAnswerHoldsNobodyForLong() {
        answers(TestProvider::hang);
        long start = System.nanoTime();
        addsNothing(provider.origin() + "/userinfo takes too long");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anAddressThatIsNotTrustedIsNotAsked() {
        provider.signIns.told.put("userinfo_endpoint", "http://evil.invalid/userinfo");
        try (LogLines log = new LogLines()) {
            signedIn(browser.signIn("oidc"));
            assertThat(log.fresh())
                    .anyMatch(line -> line.contains("is passed over: userinfo_endpoint ("))
                    .noneMatch(line -> line.contains("adds nothing to a sign-in"));
        }
    }
}
