package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers say of the page that a write comes from goes before its token. */
class FormOriginTest extends FormCalls {

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

    /** There is no such route here: what is not refused ends at 404. */
    @Test
    void whatSomebodyPrefersIsNotSetFromElsewhereWhoeverHeIs() {
        for (String[] elsewhere :
                new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.invalid"}}) {
            assertThat(caller.send("POST", "/preferences", elsewhere).statusCode())
                    .isEqualTo(403);
        }
        assertThat(caller.send("POST", "/preferences", "Sec-Fetch-Site", "same-origin", "Origin", OWN)
                        .statusCode())
                .isEqualTo(404);
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
    void readingNeedsNoToken() {
        assertThat(browser.get("/account", "Origin", "https://evil.invalid", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);
    }
}
