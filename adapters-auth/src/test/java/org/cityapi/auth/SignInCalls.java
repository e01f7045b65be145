package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.memory.MemorySecurityLog;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a small house on https that people enter by one provider, as {@code oidc}. */
abstract class SignInCalls {

    static final String SESSION = "__Host-session";
    static final String CALLBACK = "/oauth/callback/oidc";

    TestProvider provider;
    EmbeddedServer server;
    Caller caller;
    Browser browser;

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
        server = SmallHouse.open(SmallHouse.SITE, List.of(provider.signIns.as("oidc")), provider.trusted());
        caller = new Caller(server);
        browser = new Browser(caller);
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    TestClock clock() {
        return (TestClock) server.getApplicationContext().getBean(Clock.class);
    }

    List<SecurityEvent> events() {
        return ((MemorySecurityLog) server.getApplicationContext().getBean(SecurityLog.class)).events();
    }

    /** Refused for that reason, in the log too, and not signed in. */
    void refused(HttpResponse<String> response, String fault, String reason) {
        assertThat(response.body()).isEqualTo("no sign-in: " + fault);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(browser.cookies).doesNotContainKey(SESSION);
        assertThat(events().get(events().size() - 1))
                .isEqualTo(new SecurityEvent(
                        SecurityEvent.Kind.SIGN_IN_FAILED, null, Map.of("provider", "oidc", "reason", reason)));
    }

    static String signedIn(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return Browser.location(response);
    }
}
