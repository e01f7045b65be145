package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a request calls this host has no say in where anybody is sent. */
class HostHeaderTest extends SignInCalls {

    private static final String HEADERS = """
            Host: evil.invalid
            X-Forwarded-Host: evil.invalid
            X-Forwarded-Proto: http
            Forwarded: host=evil.invalid
            X-Original-URL: http://evil.invalid/
            Connection: close
            """;

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            String all = request.replaceFirst("\n", "\n" + HEADERS).replace("\n", "\r\n");
            socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void itIsInNoAnswerOfASignIn() throws IOException {
        String login = answer("GET /oauth/login/oidc HTTP/1.1\n\n");
        assertThat(login).contains("redirect_uri=https%3A%2F%2Fcities.example%2Foauth%2Fcallback%2Foidc");
        assertThat(login.toLowerCase(Locale.ROOT)).contains("; secure").doesNotContain("evil.invalid");
        String back = browser.goThere("oidc");
        assertThat(back).startsWith("https://cities.example/oauth/callback/oidc?");
        String callback = answer("GET " + back.substring("https://cities.example".length()) + " HTTP/1.1\n"
                + "Cookie: __Host-browser=" + browser.cookies.get("__Host-browser") + "\n\n");
        assertThat(callback).contains("303", SESSION + "=").doesNotContain("evil.invalid");
    }

    @Test
    void itIsInNoAnswerOfASignOut() throws IOException {
        browser.signIn("oidc");
        String token = browser.get("/form").body();
        String out = answer("POST /logout HTTP/1.1\nCookie: " + SESSION + "=" + browser.cookies.get(SESSION)
                + "\nX-CSRF-TOKEN: " + token + "\nContent-Length: 0\n\n");
        assertThat(out)
                .contains("303", "post_logout_redirect_uri=https%3A%2F%2Fcities.example%2Flogin")
                .doesNotContain("evil.invalid");
    }

    @Test
    void aQueryThatNobodyCanDecodeIsNoFailureOfOurs() throws IOException {
        for (String query : new String[] {"state=%zz", "state=%", "code=%c0%af&state=%", "state=%00"}) {
            assertThat(answer("GET " + CALLBACK + "?" + query + " HTTP/1.1\n\n"))
                    .startsWith("HTTP/1.1 400 ");
        }
        for (String query : new String[] {"target=%zz", "target=%"}) {
            assertThat(answer("GET /oauth/login/oidc?" + query + " HTTP/1.1\n\n"))
                    .matches("(?s)HTTP/1.1 (400|303) .*");
        }
    }
}
