package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests a client may send: 5 a minute signed out, 7 signed in, 3 that fail to prove who it is. */
public abstract class LimitsContract extends HttpContract {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FORGED = "Authorization: Bearer expired";

    /** A register with these limits, as {@link #start}. */
    protected abstract RunningRegister start(int anonymous, int signedIn, int signIn);

    @Override
    protected RunningRegister start() {
        return start(5, 7, 3);
    }

    @Test
    void everyAnswerTellsWhatIsLeft() {
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> read = app.get("/api/v2/countries/DE");
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(header(read, "RateLimit-Policy")).isEqualTo("\"default\";q=5;w=60");
            assertThat(header(read, "RateLimit")).matches("\"default\";r=" + left + ";t=([1-5]?[0-9]|60)");
            assertThat(header(read, "Retry-After")).isEmpty();
        }
        HttpResponse<String> refused = app.get("/api/v2/countries/DE", "Accept-Language: fr", "X-Request-Id: r-1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).matches("[1-5]?[0-9]|60");
        assertThat(header(refused, "RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(refused, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(refused.body())
                .contains("/problems/too-many-requests", "\"status\":429", "\"requestId\":\"r-1\"", "plus de requêtes");
        HttpResponse<String> one = app.get("/api/v1/cities");
        assertThat(one.statusCode()).isEqualTo(429);
        assertThat(one.body()).isEqualTo("{\"error\":\"Too Many Requests\"}");
        assertThat(header(one, "Retry-After")).isNotEmpty();
    }

    @Test
    void answersOfEveryKindCount() {
        assertThat(app.get("/api/v2/nothing").statusCode()).isEqualTo(404);
        assertThat(app.get("/api/v2/cities/").statusCode()).isEqualTo(404);
        assertThat(app.get("/api/v2/countries/DE", "If-None-Match: *").statusCode())
                .isEqualTo(200);
        assertThat(app.send("HEAD", "/api/v2/countries/DE", null).statusCode()).isEqualTo(200);
        HttpResponse<String> options = app.send("OPTIONS", "/api/v2/cities", null);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "RateLimit")).startsWith("\"default\";r=0;");
        assertThat(app.send("POST", "/api/v2/cities", "{}", JSON).statusCode()).isEqualTo(429);
    }

    @Test
    void browsersThatAskWhetherTheyMayAskAreNotCounted() {
        String[] preflight = {"Origin: http://localhost:3000", "Access-Control-Request-Method: GET"};
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> free = app.send("OPTIONS", "/api/v2/countries/DE", null, preflight);
            assertThat(free.statusCode()).isEqualTo(204);
            assertThat(header(free, "RateLimit")).isEmpty();
        }
        String[] withToken = {preflight[0], preflight[1], FORGED};
        HttpResponse<String> counted = app.send("OPTIONS", "/api/v2/countries/DE", null, withToken);
        assertThat(header(counted, "RateLimit")).startsWith("\"default\";r=4;");
        assertThat(header(app.get("/api/v2/countries/DE", preflight), "RateLimit"))
                .startsWith("\"default\";r=3;");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 203.0.113.",
        "X-Real-IP, 203.0.113.",
        "Forwarded, for=203.0.113.",
        "X-Request-Id, id-",
        "User-Agent, agent-",
        "Cookie, session="
    })
    void nothingThatARequestSaysOfItselfGivesAFreshQuota(String name, String value) {
        for (int i = 0; i < 5; i++) {
            assertThat(app.get("/health/x?" + i).statusCode()).isEqualTo(404);
            assertThat(app.get("/api/v2/countries/DE", name + ": " + value + i).statusCode())
                    .isEqualTo(200);
        }
        assertThat(app.get("/api/v2/countries/DE", name + ": " + value + 9).statusCode())
                .isEqualTo(429);
        assertThat(app.get("/health").statusCode()).isEqualTo(200);
        assertThat(header(app.get("/health"), "RateLimit")).isEmpty();
        assertThat(app.get("/assets/none.css").statusCode())
                .as("the page that tells this needs its style")
                .isEqualTo(404);
        assertThat(app.get("/assets/none.css", "Authorization: Bearer x").statusCode())
                .as("tokens are not tried there")
                .isNotEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Nothing: 1", "Cookie: a=b", "Cookie: session=0123456789012345678901234567890123456789012"})
    void whoIsTurnedAwayAtClosedRoutesIsCountedToo(String header) {
        String[] routes = {
            "GET /api/v2/me", "GET /account", "POST /account/sessions/end-others", "POST /cities", "POST /api/v2/cities"
        };
        for (int status : new int[] {401, 429}) {
            for (String route : routes) {
                String[] parts = route.split(" ");
                HttpResponse<String> refused = app.send(parts[0], parts[1], null, FORM, header);
                assertThat(refused.statusCode()).as(route).isEqualTo(status);
                assertThat(header(refused, "WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer" : "");
                assertThat(header(refused, "Retry-After").isEmpty()).isEqualTo(status == 401);
            }
        }
    }

    @Test
    void aPageSaysWhenToGoOnWithoutAWordOfHeaders() {
        for (int i = 0; i < 5; i++) {
            app.get("/account", "Accept: text/html");
        }
        HttpResponse<String> page = app.get("/account", "Accept: text/html");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body())
                .containsPattern("Go on in ([1-5]?[0-9]|60) s\\.")
                .doesNotContain("Retry-After");
        assertThat(app.get("/api/v2/me", "Accept-Language: fr").body()).containsPattern("Continuez dans [0-9]+ s\\.");
    }

    @Test
    void aBadTokenIsAnAttemptWhereAPageIsWanted() {
        for (int i = 0; i < 3; i++) {
            assertThat(app.get("/account", FORGED, "Accept: text/html").statusCode())
                    .isEqualTo(401);
        }
        assertThat(app.get("/account", FORGED, "Accept: text/html").statusCode())
                .isEqualTo(429);
    }

    @Test
    void aUserHasAQuotaOfHisOwn() {
        for (int i = 0; i < 6; i++) {
            app.get("/api/v2/countries/DE");
        }
        for (int left = 6; left >= 0; left--) {
            HttpResponse<String> read = app.get("/api/v2/countries/DE", VIEWER);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(header(read, "RateLimit-Policy")).isEqualTo("\"default\";q=7;w=60");
            assertThat(header(read, "RateLimit")).startsWith("\"default\";r=" + left + ";");
        }
        assertThat(app.get("/api/v2/countries/DE", VIEWER).statusCode()).isEqualTo(429);
        assertThat(app.send("POST", "/api/v2/cities", "{}", VIEWER, JSON).statusCode())
                .isEqualTo(429);
        assertThat(app.add(Client.PARIS).statusCode()).isEqualTo(201);
    }

    @Test
    void afterTooManyBadTokensNoneIsLookedAt() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> bad = app.get("/api/v2/countries/DE", FORGED);
            assertThat(bad.statusCode()).isEqualTo(401);
            assertThat(header(bad, "RateLimit")).startsWith("\"default\";r=" + (4 - i) + ";");
        }
        for (String token : new String[] {FORGED, EDITOR, "Authorization: Basic x"}) {
            HttpResponse<String> refused = app.get("/api/v2/countries/DE", token);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"sign-in\";q=3;w=60");
            assertThat(header(refused, "Retry-After")).isNotEmpty();
            assertThat(header(refused, "WWW-Authenticate")).isEmpty();
        }
        assertThat(app.get("/api/v2/countries/DE").statusCode()).isEqualTo(200);
    }

    @Test
    void goodTokensAreNoAttempts() {
        for (int i = 0; i < 5; i++) {
            assertThat(app.get("/api/v2/countries/DE", VIEWER).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theStepsOfASignInAreAttempts() {
        for (int i = 0; i < 3; i++) {
            assertThat(app.get("/oauth/login/nobody" + i).statusCode()).isNotEqualTo(429);
        }
        HttpResponse<String> refused = app.get("/oauth/callback/nobody");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"sign-in\";q=3;w=60");
        assertThat(app.get("/api/v2/countries/DE").statusCode()).isEqualTo(200);
    }
}
