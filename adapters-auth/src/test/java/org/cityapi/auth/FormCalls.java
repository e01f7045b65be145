package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.cityapi.domain.security.SecurityEvent;
import org.junit.jupiter.api.BeforeEach;

/** Tests of what somebody who is signed in sends. */
abstract class FormCalls extends SignInCalls {

    static final String HEADER = "X-CSRF-TOKEN";
    static final String OWN = "https://cities.example";

    String token;

    @BeforeEach
    void signIn() {
        browser.signIn("oidc");
        token = browser.get("/form").body();
    }

    void passes(HttpResponse<String> response, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    void refuses(HttpResponse<String> response, String reason) {
        assertThat(response.body()).isEqualTo("CsrfRefused");
        assertThat(response.statusCode()).isEqualTo(403);
        SecurityEvent last = events().get(events().size() - 1);
        assertThat(last.kind()).isEqualTo(SecurityEvent.Kind.CSRF_REFUSED);
        assertThat(last.details()).isEqualTo(Map.of("reason", reason));
        assertThat(last.user()).isNotNull();
    }
}
