package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of configured origins may read the API, and nobody else may; a server on the loopback says 403 to others. */
class CorsTest {

    private static final String LISTED = "https://map.example.org";
    private static final String PREFLIGHT = "Access-Control-Request-Method: PATCH";

    private static Client listing;
    private static Client open;

    @BeforeAll
    static void start() {
        listing = Client.onMemory("cors-origins", LISTED + " http://localhost:3000");
        open = Client.onMemory("cors-origins", "*");
    }

    @AfterAll
    static void stop() {
        listing.close();
        open.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, "http://localhost:3000"})
    void aListedOriginMayReadTheApi(String origin) {
        for (String path :
                new String[] {"/api/v2/cities", "/api/v1/cities", "/api/v2/nothing", "/api/docs/problems/gone"}) {
            HttpResponse<String> read = listing.get(path, "Origin: " + origin);
            assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(header(read, "Access-Control-Expose-Headers"))
                    .contains("ETag, Link, Location, X-Request-Id, RateLimit, RateLimit-Policy, Retry-After")
                    .contains("Deprecation, Sunset")
                    .contains("WWW-Authenticate, Accept-Patch, Allow");
            assertThat(header(read, "Vary")).contains("Origin");
            assertThat(header(read, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(read.headers().map()).doesNotContainKey("access-control-allow-credentials");
        }
    }

    @Test
    void itMaySendWhatTheContractKnows() {
        HttpResponse<String> preflight = listing.send(
                "OPTIONS",
                "/api/v2/cities/1",
                null,
                "Origin: " + LISTED,
                PREFLIGHT,
                "Access-Control-Request-Headers: authorization,if-match,x-evil");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE");
        assertThat(header(preflight, "Access-Control-Allow-Headers"))
                .isEqualTo(
                        "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, X-Request-Id");
        assertThat(header(preflight, "Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://map.example.org.evil.example",
                "https://evilmap.example.org",
                "http://map.example.org",
                "https://map.example.org:8443",
                "https://MAP.example.org",
                "null",
                "*"
            })
    void anotherIsNeitherAllowedNorRepeated(String origin) {
        for (String host : new String[] {"localhost", "cities.example.org"}) {
            for (String method : new String[] {"GET", "OPTIONS"}) {
                String answer = RawConnection.exchange(
                        listing,
                        method + " /api/v2/cities HTTP/1.1|Connection: close|" + PREFLIGHT + "|Host: " + host
                                + "|Origin: " + origin + "||");
                assertThat(answer)
                        .startsWith(host.equals("localhost") ? "HTTP/1.1 403" : "HTTP/1.1 20")
                        .containsPattern("vary: ([A-Za-z-]+, )*Origin, ")
                        .doesNotContainIgnoringCase("access-control-");
            }
        }
    }

    @Test
    void onlyTheApiIsOpen() {
        for (Client app : new Client[] {listing, open}) {
            for (String path : new String[] {"/cities", "/health", "/nothing"}) {
                HttpResponse<String> read = app.get(path, "Origin: http://localhost:3000");
                assertThat(read.headers().map()).doesNotContainKey("access-control-allow-origin");
                assertThat(header(read, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            }
        }
    }

    @Test
    void theOpenApiIsOpenToAllWithoutRepeatingAny() {
        for (String origin : new String[] {"https://any.example", "null"}) {
            HttpResponse<String> read = open.get("/api/v2/cities", "Origin: " + origin);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(read.headers().map()).doesNotContainKey("access-control-allow-credentials");
        }
    }
}
