package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.local.LocalCalls.FORM;
import static org.cityapi.auth.local.LocalCalls.fails;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the local provider bears requests that it was not made for. */
class LocalDoorTest extends LocalProviderCalls {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=local-admin&client_secret=local",
                "grant_type=client_credentials&grant_type=password&client_id=local-admin&client_secret=local",
                "grant_type=client_credentials&client_id=local-admin&client_secret=local&client_secret=local",
                "%",
                "%zz=%zz",
                "&&==&",
                "{\"grant_type\":\"client_credentials\"}"
            })
    void whatIsNoTokenRequestIsInvalid(String body) throws Exception {
        HttpResponse<String> response = calls.send(calls.form(body));
        fails(response, 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic bG9jYWw=", "Basic a b", "Bearer x", "Basic Og=="})
    void oddCredentialsAreRefused(String header) {
        assertThat(calls.send(calls.form("grant_type=client_credentials").header("Authorization", header))
                        .statusCode())
                .isIn(400, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense", ";"})
    void anotherMediaTypeIsInvalid(String type) throws Exception {
        HttpRequest.Builder request = calls.at("/token")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=local-admin&client_secret=local"));
        fails(calls.send(request), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authorize", "/logout", "/token"})
    void aFormMayHoldSixteenKilobytes(String path) {
        String tooLong = "x=" + "y".repeat(16 * 1024 - 1);
        HttpRequest.Builder request = calls.at(path).header("Content-Type", FORM);
        assertThat(calls.send(request.POST(BodyPublishers.ofString(tooLong))).statusCode())
                .isEqualTo(413);
        assertThat(calls.send(request.POST(BodyPublishers.ofString(tooLong.substring(1))))
                        .statusCode())
                .isNotEqualTo(413);
    }

    /** Again and again: a connection closed on what the client still sends can cost it the answer. */
    @RepeatedTest(20)
    void aHugeBodyIsRefused() throws Exception {
        fails(calls.send(calls.form("x=" + "y".repeat(1_000_000))), 413, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/token, 405",
        "/logout?post_logout_redirect_uri=http://localhost:8080/, 303",
        "/logout, 200",
        "/style.css, 200",
        "/jwks, 200"
    })
    void everyAnswerTellsBrowsersWhatToForbid(String path, int status) {
        HttpResponse<String> answer = calls.send(calls.at(path));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action '"));
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void eachPageHasItsMethods() {
        HttpResponse<String> get =
                calls.send(calls.at("/token?grant_type=client_credentials&client_id=local-admin&client_secret=local"));
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            HttpResponse<String> keys = calls.send(calls.at("/jwks").method(method, BodyPublishers.noBody()));
            assertThat(keys.statusCode()).isEqualTo(405);
            assertThat(keys.headers().firstValue("Allow")).hasValue("GET, HEAD");
        }
        HttpResponse<String> put = calls.send(calls.at("/authorize").method("PUT", BodyPublishers.noBody()));
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
        HttpResponse<String> head = calls.send(calls.at("/jwks").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/token/",
                "/Token",
                "/authorize/",
                "/authorize;x",
                "/logout/",
                "/../jwks",
                "/%2e%2e/jwks",
                "/jwks%00"
            })
    void anUnknownPathIsNotFound(String path) {
        assertThat(calls.send(calls.at(path)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8081", "127.0.0.1:8081", "[::1]:1"})
    void thisMachineHasSeveralNames(String host) throws Exception {
        assertThat(calls.raw("GET /local/jwks HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.invalid",
                "Host: localhost.evil.invalid",
                "Host: evil.invalid:8081",
                "Host: localhost:8081@evil.invalid",
                "Host: 0.0.0.0",
                "Host:",
                "X-No-Host: x"
            })
    void aNameThatAPageElsewhereGaveThisMachineIsRefused(String header) throws Exception {
        for (String path : List.of("/jwks", "/authorize", "/logout", "/style.css")) {
            String request = "GET /local" + path + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n";
            assertThat(calls.raw(request)).startsWith("HTTP/1.1 421").endsWith("\r\n\r\n");
        }
    }

    @Test
    void nonsenseIsAnsweredOrCutOffButBreaksNothing() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            String body = new String(noise, StandardCharsets.ISO_8859_1);
            String path = List.of("token", "authorize", "authorize?" + i).get(i % 3);
            String request = i % 2 == 0
                    ? body
                    : "POST /local/" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                            + "\r\nContent-Length: " + noise.length + "\r\nConnection: close\r\n\r\n" + body;
            assertThat(calls.raw(request)).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.1 2");
        }
        assertThat(calls.tokenFor("local-viewer", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatStopsHalfwayHoldsNobodyElse() throws Exception {
        List<Socket> stuck = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(provider.issuer()).getPort());
                stuck.add(socket);
                String half = "POST /local/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx";
                socket.getOutputStream()
                        .write(half.substring(0, i % 2 == 0 ? half.length() : 20)
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(calls.tokenFor("local-viewer", "").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : stuck) {
                socket.close();
            }
        }
    }
}
