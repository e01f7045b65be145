package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a small house that trusts one provider, from the side of a caller. */
abstract class HouseCalls {

    static TestProvider provider;
    static EmbeddedServer server;
    static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestProvider();
        server = SmallHouse.trusting(provider.trusted());
        caller = new Caller(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    static String editor() {
        return provider.token(claims -> claims.claim("permissions", List.of("create:cities"))
                .claim("name", "Ada")
                .claim("email", "ada@example.com"));
    }

    static void answers(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
