package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.cityapi.application.BrowserSessions;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.user.Role;
import org.junit.jupiter.api.Test;

/** Whoever loses access between the head of a request and its body writes nothing. */
class LateBodyTest extends SignInCalls {

    private static final Duration LONG = Duration.ofSeconds(2);

    /** Sends a body when the head was judged, and something has happened. */
    private HttpResponse<String> send(String path, Runnable meanwhile, String... headers) {
        return caller.send(HttpRequest.newBuilder(URI.create(server.getURL() + path))
                .expectContinue(true)
                .headers(headers)
                .POST(BodyPublishers.ofInputStream(() -> {
                    meanwhile.run();
                    return new ByteArrayInputStream("late".getBytes(StandardCharsets.UTF_8));
                }))
                .build());
    }

    private HttpResponse<String> sendAsProgram(Runnable meanwhile) {
        return sendAsProgram("/cities", meanwhile);
    }

    private HttpResponse<String> sendAsProgram(String path, Runnable meanwhile) {
        String token = provider.token(
                claims -> claims.subject("ada").claim("name", "Ada").claim("permissions", List.of("create:cities")));
        return send(path, meanwhile, "Authorization", "Bearer " + token);
    }

    private void disable() {
        Accounts.disable(server, provider.issuer(), "ada");
    }

    @Test
    void anAccessTokenOfWhoWasDisabledMeanwhileIsRefused() {
        HttpResponse<String> refused = sendAsProgram(() -> {
            disable();
            clock().putForward(LONG);
        });
        assertThat(refused.body()).isEqualTo("bad token: The account is disabled");
    }

    @Test
    void anAccessTokenThatHasExpiredMeanwhileIsRefused() {
        HttpResponse<String> refused = sendAsProgram(() -> clock().putForward(Duration.ofHours(9)));
        assertThat(refused.body()).isEqualTo("bad token: The token has expired (exp)");
    }

    @Test
    void whatIsOnlyShownIsNotRefused() {
        HttpResponse<String> shown = sendAsProgram("/shown", () -> {
            disable();
            clock().putForward(LONG);
        });
        assertThat(shown.body()).startsWith("Ada <null> may [CREATE_CITIES]");
    }

    @Test
    void whatCameInOneGoIsNotJudgedAgain() {
        assertThat(sendAsProgram(this::disable).body()).startsWith("Ada <null> may [CREATE_CITIES]");
    }

    @Test
    void whoIsStillHimselfWritesHoweverLateItComes() {
        assertThat(sendAsProgram(() -> clock().putForward(LONG)).body()).startsWith("Ada <null> may [CREATE_CITIES]");
    }

    @Test
    void aSessionThatWasEndedMeanwhileIsNone() {
        browser.signIn("oidc");
        Accounts.give(server, provider.issuer(), "auth0|4711", Role.EDITOR);
        String session = browser.cookies.get(SESSION);
        String token = browser.get("/form").body();
        Runnable signOut = () -> {
            server.getApplicationContext().getBean(BrowserSessions.class).signOut(new Secret(session));
            clock().putForward(LONG);
        };
        HttpResponse<String> refused = send(
                "/cities",
                signOut,
                "Cookie",
                SESSION + "=" + session,
                FormCalls.HEADER,
                token,
                "Origin",
                FormCalls.OWN);
        assertThat(refused.body()).isEqualTo("NotSignedIn");
    }
}
