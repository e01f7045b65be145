package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer says the same to browsers, whatever was asked; in the requests a bar ends a line. */
public abstract class SecurityHeadersContract extends SharedHttpContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/cities HTTP/1.1|Host: localhost",
                "HEAD /api/v2/cities HTTP/1.1|Host: localhost",
                "OPTIONS /api/v2/cities HTTP/1.1|Host: localhost",
                "OPTIONS * HTTP/1.1|Host: localhost",
                "GET /api/v1/cities HTTP/1.1|Host: localhost",
                "GET /cities HTTP/1.1|Host: localhost",
                "GET /api/v2/countries/DE HTTP/1.1|Host: localhost|If-None-Match: *",
                "GET /api/docs/problems/gone HTTP/1.1|Host: localhost",
                "GET /health HTTP/1.1|Host: localhost",
                "GET /health/liveness HTTP/1.1|Host: localhost",
                "GET /nothing HTTP/1.1|Host: localhost",
                "GET /favicon.ico HTTP/1.1|Host: localhost",
                "GET /api/v2/cities/ HTTP/1.1|Host: localhost",
                "GET /api/v2/cities?limit=x HTTP/1.1|Host: localhost",
                "GET /api/v2/cities?limit=%zz HTTP/1.1|Host: localhost",
                "GET /api/v2/cities HTTP/1.1|Host: localhost|Accept: text/csv",
                "GET /api/v2/cities HTTP/1.1|Host: localhost|Origin: https://evil.example",
                "GET /api/v2/cities HTTP/1.1|Host: localhost|Authorization: Bearer expired",
                "GET /api/v2/cities HTTP/1.1|X-No: host",
                "GET /api/v2/cities HTTP/3.0|Host: localhost",
                "POST /api/v2/cities HTTP/1.1|Host: localhost|Content-Length: 0",
                "POST /api/v2/cities HTTP/1.1|Host: localhost|Content-Length: 2000000",
                "POST /api/v2/cities HTTP/1.1|Host: localhost|Transfer-Encoding: gzip",
                "DELETE /api/v2/cities HTTP/1.1|Host: localhost",
                "TRACE /api/v2/cities HTTP/1.1|Host: localhost",
                "BREW /api/v2/cities HTTP/1.1|Host: localhost",
            })
    void everyAnswerCarriesThem(String request) {
        assertCarried(RawConnection.exchange(app, request + "|Connection: close||"));
    }

    @Test
    void soDoesOneThatIsTooLong() {
        assertCarried(RawConnection.exchange(app, "GET /" + "x".repeat(9000) + " HTTP/1.1|Host: localhost||"));
        assertCarried(RawConnection.exchange(app, "GET / HTTP/1.1|Host: a|X-Long: " + "x".repeat(9000) + "||"));
    }

    private static void assertCarried(String answer) {
        String head = answer.substring(0, answer.indexOf("\r\n\r\n") + 2).toLowerCase(Locale.ROOT);
        for (String line : new String[] {
            "x-content-type-options: nosniff",
            "x-frame-options: sameorigin",
            "referrer-policy: strict-origin-when-cross-origin",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "x-xss-protection: 0",
        }) {
            assertThat(head).containsOnlyOnce("\r\n" + line + "\r\n");
        }
        assertThat(head)
                .containsOnlyOnce("\r\ncontent-security-policy: default-src 'none'; script-src 'self'; ")
                .contains("; form-action 'self'", "; base-uri 'none'; object-src 'none'; frame-ancestors 'self'\r\n")
                .containsOnlyOnce("\r\npermissions-policy: ")
                .contains("camera=(), ", "geolocation=(), ", "microphone=(), ", "payment=(), ", "usb=(), ")
                .containsOnlyOnce("\r\nx-request-id: ")
                .doesNotContain("unsafe-", "\r\nserver:", "\r\nx-powered-by:", "micronaut", "netty", "strict-transport")
                .doesNotContain("access-control-");
    }
}
