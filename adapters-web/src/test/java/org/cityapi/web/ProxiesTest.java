package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trusted proxy says of a request counts, what anybody else says does not. */
class ProxiesTest {

    private static final String HSTS = "Strict-Transport-Security";

    private static Client trusting;
    private static Client byStandard;
    private static Client wary;

    @BeforeAll
    static void start() {
        String https = "https://cities.example.org";
        trusting = Client.onMemory("trusted-proxies", "127.0.0.0/8 ::1", "https-origin", https);
        byStandard = Client.onMemory(
                "trusted-proxies", "127.0.0.0/8 ::1", "https-origin", https, "proxy-header", "FORWARDED");
        wary = Client.onMemory("https-origin", https, "trusted-proxies", "10.0.0.0/8");
    }

    @AfterAll
    static void stop() {
        trusting.close();
        byStandard.close();
        wary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: https",
                "X-Forwarded-Proto: HTTPS",
                "X-Forwarded-Proto: http, https",
                "Forwarded: for=192.0.2.60;proto=https;by=203.0.113.43",
                "Forwarded: For=\"[2001:db8:cafe::17]:4711\";Proto=\"https\""
            })
    void aTrustedProxyTellsThatTheClientSpokeTls(String said) {
        assertThat(get(said.startsWith("Forwarded") ? byStandard : trusting, said))
                .startsWith("HTTP/1.1 200 ")
                .contains(HSTS + ": max-age=31536000; includeSubDomains\r\n");
        assertThat(get(wary, said))
                .startsWith("HTTP/1.1 308 ")
                .contains("\r\nLocation: https://cities.example.org/api/v2/cities?limit=1&country=%46R\r\n")
                .doesNotContain(HSTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-No: 1",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Proto: https, http",
                "X-Forwarded-Proto: ,",
                "X-Forwarded-Proto: httpsx",
                "X-Forwarded-Ssl: on",
                "X-Forwarded-Host: evil.example",
                "Forwarded: proto=http;host=evil.example",
                "Forwarded: ;;,=,proto",
                "Forwarded: for=\"proto=https\"",
            })
    void withoutItsWordTheRequestIsSentToHttps(String said) {
        for (Client app : List.of(trusting, byStandard)) {
            assertThat(get(app, said))
                    .startsWith("HTTP/1.1 308 ")
                    .contains("\r\nLocation: https://cities.example.org/");
        }
    }

    @Test
    void theHeaderThatProxiesDoNotWriteIsAClientsOwnWord() {
        assertThat(get(trusting, "Forwarded: proto=https")).startsWith("HTTP/1.1 308 ");
        assertThat(get(trusting, "Forwarded: proto=https|X-Forwarded-Proto: http"))
                .startsWith("HTTP/1.1 308 ");
        assertThat(get(byStandard, "X-Forwarded-Proto: https")).startsWith("HTTP/1.1 308 ");
        assertThat(get(byStandard, "X-Forwarded-Proto: https|Forwarded: proto=http"))
                .startsWith("HTTP/1.1 308 ");
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/x, /x", "/a%0d%0ab?c=%0d, /a%0d%0ab?c=%0d", "/@evil, /@evil"})
    void theRedirectStaysOnOurOwnHost(String asked, String target) {
        assertThat(RawConnection.exchange(wary, "GET " + asked + " HTTP/1.1|Host: evil.example|Connection: close||"))
                .startsWith("HTTP/1.1 308 ")
                .contains("Location: https://cities.example.org" + target + "\r\n");
    }

    @Test
    void healthIsAnsweredOverPlainHttp() {
        HttpResponse<String> health = wary.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(header(wary.get("/healthy"), "Location")).isEqualTo("https://cities.example.org/healthy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8443", "LOCALHOST", "app.localhost", "127.0.0.1:80", "[::1]:80"})
    void onThisMachineTransportIsNotHeldToTls(String host) {
        String answer = RawConnection.exchange(
                trusting, "GET /health HTTP/1.1|Connection: close|X-Forwarded-Proto: https|Host: " + host + "||");
        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain(HSTS);
    }

    private static String get(Client app, String header) {
        return RawConnection.exchange(
                app,
                "GET /api/v2/cities?limit=1&country=%46R HTTP/1.1|Connection: close|Host: cities.example.org|" + header
                        + "||");
    }
}
