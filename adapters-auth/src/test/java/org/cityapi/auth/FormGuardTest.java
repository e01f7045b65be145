package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.security.SecurityEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser's write must show, so that no other site can make it (CSRF). */
class FormGuardTest extends SignInCalls {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String OWN = "https://cities.example";

    private String token;

    @BeforeEach
    void signIn() {
        browser.signIn("oidc");
        token = browser.get("/form").body();
    }

    private void passes(HttpResponse<String> response, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private void refuses(HttpResponse<String> response, String reason) {
        assertThat(response.body()).isEqualTo("ForeignForm");
        assertThat(response.statusCode()).isEqualTo(403);
        SecurityEvent last = events().get(events().size() - 1);
        assertThat(last.kind()).isEqualTo(SecurityEvent.Kind.CSRF_REFUSED);
        assertThat(last.details()).isEqualTo(Map.of("reason", reason));
        assertThat(last.user()).isNotNull();
    }

    private static String multipart(String field, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAda\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"" + field
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + value + "\r\n--cut--\r\n";
    }

    private HttpResponse<String> sends(String type, String body, String... headers) {
        return browser.send("POST", "/fields", body, with(headers, "Content-Type", type));
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    @Test
    void aFormWithItsTokenPassesAndIsReadAgain() {
        passes(browser.post("/fields", Map.of("name", "Ada", "csrf", token)), "named Ada");
        passes(browser.post("/fields", Map.of("name", "Ada", "csrf", token), "Origin", OWN), "named Ada");
        passes(sends("multipart/form-data; boundary=cut", multipart("csrf", token)), "named Ada");
        passes(sends("multipart/form-data; boundary=cut", multipart("x", "y"), HEADER, token), "named Ada");
        passes(
                browser.post("/posts", Map.of("csrf", token, "text", "x".repeat(100_000))),
                "posted " + (100_000 + 5 + 1 + 5 + token.length()));
    }

    @Test
    void aRequestWithTheHeaderPassesWhateverItsBody() {
        passes(browser.send("POST", "/posts", "{}", "Content-Type", "application/json", HEADER, token), "posted 2");
        passes(browser.send("POST", "/posts", "", HEADER, token), "posted 0");
        passes(browser.send("DELETE", "/posts", "", HEADER, token), "deleted");
    }

    @Test
    void withoutATokenNothingPasses() {
        refuses(browser.post("/fields", Map.of("name", "Ada")), "no token");
        refuses(browser.send("POST", "/posts", ""), "no token");
        refuses(browser.send("DELETE", "/posts", ""), "no token");
        refuses(browser.send("POST", "/posts?csrf=" + token, "x", "Content-Type", "text/plain"), "no token");
        refuses(sends("multipart/form-data; boundary=cut", multipart("x", token)), "no token");
        refuses(sends("multipart/form-data", multipart("x", token)), "no token");
        refuses(sends("application/x-www-form-urlencoded", "name=%zz&csrf=%zz&&=&"), "no token");
        browser.cookies.put("csrf", token);
        refuses(browser.post("/fields", Map.of("name", "Ada")), "no token");
    }

    @Test
    void inJsonTheBodyIsNoPlaceForIt() {
        for (String type :
                List.of("application/json", "text/plain", "application/merge-patch+json", "x/y; a=b", "odd")) {
            String body = "{\"csrf\":\"" + token + "\"}";
            HttpResponse<String> response = browser.send("POST", "/posts", body, "Content-Type", type);
            assertThat(response.statusCode()).as(type).isEqualTo(403);
        }
    }

    @Test
    void aTokenThatIsNotOursOrNotThisSessionsIsRefused() {
        Browser other = new Browser(caller);
        other.signIn("oidc");
        String others = other.get("/form").body();
        char first = token.charAt(0) == 'A' ? 'B' : 'A';
        for (String wrong : List.of(
                others,
                first + token.substring(1),
                token.substring(0, 86),
                token + "A",
                "",
                ".",
                "null",
                token.substring(0, 43),
                token + "," + token)) {
            refuses(browser.send("DELETE", "/posts", "", HEADER, wrong), "a wrong token");
            refuses(browser.post("/fields", Map.of("name", "Ada", "csrf", wrong)), "a wrong token");
        }
        browser.signIn("oidc");
        refuses(browser.send("DELETE", "/posts", "", HEADER, token), "a wrong token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.invalid",
                "null",
                "http://cities.example",
                "https://cities.example.evil.invalid",
                "https://cities.example:444",
                "https://cities.example/",
                "",
                "https://localhost"
            })
    void fromAnotherOriginEvenTheRightTokenIsRefused(String origin) {
        refuses(browser.post("/fields", Map.of("name", "Ada", "csrf", token), "Origin", origin), "another origin");
        refuses(browser.send("DELETE", "/posts", "", HEADER, token, "Origin", origin), "another origin");
    }

    @Test
    void theBrowsersWordOnWhereItComesFromCounts() {
        for (String elsewhere : List.of("cross-site", "same-site", "x", "")) {
            refuses(browser.send("DELETE", "/posts", "", HEADER, token, "Sec-Fetch-Site", elsewhere), "another origin");
        }
        refuses(
                browser.send("DELETE", "/posts", "", HEADER, token, "Origin", OWN, "Origin", "https://evil.invalid"),
                "another origin");
        for (String own : List.of("same-origin", "none")) {
            passes(
                    browser.send("DELETE", "/posts", "", HEADER, token, "Sec-Fetch-Site", own, "Origin", OWN),
                    "deleted");
        }
    }

    @Test
    void onThisMachineItsNamesAreOne() {
        Site local = new Site("http://localhost:8080", SmallHouse.SITE.secretKey(), List.of());
        try (EmbeddedServer open = SmallHouse.open(local, List.of(provider.signIns.as("local")))) {
            Browser plain = new Browser(new Caller(open));
            plain.signIn("local");
            String own = plain.get("/form").body();
            for (String name : List.of("localhost", "127.0.0.1", "[::1]")) {
                passes(
                        plain.send("DELETE", "/posts", "", HEADER, own, "Origin", "http://" + name + ":8080"),
                        "deleted");
            }
            for (String odd : List.of("http://localhost:8081", "https://localhost:8080", "http://127.0.0.2:8080")) {
                assertThat(plain.send("DELETE", "/posts", "", HEADER, own, "Origin", odd)
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whoHasATokenOfHisOwnOrNoSessionIsNotAsked() {
        String bearer = "Bearer " + provider.token();
        passes(
                browser.send("DELETE", "/posts", "", "Authorization", bearer, "Origin", "https://evil.invalid"),
                "deleted");
        assertThat(browser.send("POST", "/api/posts", "{}", HEADER, token).statusCode())
                .isEqualTo(401);
        assertThat(caller.send("DELETE", "/posts").statusCode()).isEqualTo(401);
    }

    @Test
    void whoseSessionIsOverIsToldSo() {
        clock().putForward(Duration.ofHours(2));
        assertThat(browser.send("DELETE", "/posts", "", HEADER, token).statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/form").body()).isEqualTo("none");
    }

    @Test
    void readingNeedsNoToken() {
        assertThat(browser.get("/account", "Origin", "https://evil.invalid", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLongIsNoFailureOfOurs() {
        String huge = "x".repeat(11 * 1024 * 1024);
        assertThat(browser.post("/posts", Map.of("text", huge)).statusCode()).isBetween(400, 499);
    }

    @Test
    void eachFormHasATokenOfItsOwn() {
        assertThat(browser.get("/form").body()).isNotEqualTo(token).hasSize(87);
    }
}
