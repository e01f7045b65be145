package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.cityapi.persistence.RedisServer;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two registers that share nothing but Redis count their clients together. */
class SharedLimitsTest {

    /** Of the node, in milliseconds: a busy machine needs more than it has as a rule. */
    private static final String PATIENCE = "city-api.redis-patience";

    @TempDir
    Path folder;

    @BeforeAll
    static void bePatient() {
        System.setProperty(PATIENCE, "5000");
    }

    @AfterAll
    static void bePatientNoMore() {
        System.clearProperty(PATIENCE);
    }

    private Client node(String name, String redis) {
        return new Client(new OnDatabase(
                "sqlite:" + folder.resolve(name + ".db"),
                "REDIS_URL",
                redis,
                "RATE_LIMIT",
                "on",
                "RATE_LIMIT_SIGN_IN",
                "4",
                "RATE_LIMIT_SIGNED_IN",
                "6"));
    }

    /** The node has found Redis when both tell the same count. */
    private static void whenThere(Client one, Client other) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (left(one.get("/api/v2/countries")) == left(other.get("/api/v2/countries")) + 1) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("They do not count together");
    }

    private static int left(HttpResponse<?> answer) {
        return Integer.parseInt(Client.header(answer, "RateLimit").replaceFirst(".*;r=(\\d+);.*", "$1"));
    }

    @Test
    void allKindsOfClientsAreCountedTogether() throws InterruptedException {
        String redis = RedisServer.newAddress();
        try (Client one = node("one", redis);
                Client other = node("other", redis)) {
            whenThere(one, other);
            for (int i = 0; i < 3; i++) {
                assertThat(left(one.get("/api/v2/me", Client.EDITOR))).isEqualTo(5 - 2 * i);
                assertThat(left(other.get("/api/v2/me", Client.EDITOR))).isEqualTo(4 - 2 * i);
            }
            assertThat(one.get("/api/v2/me", Client.EDITOR).statusCode()).isEqualTo(429);
            assertThat(other.get("/api/v2/me", Client.EDITOR).statusCode()).isEqualTo(429);
            String metrics = one.get("/prometheus", "Authorization: " + OnDatabase.fetch("admin"))
                    .body();
            assertThat(metrics).contains("cityapi_redis_up 1.0");
            String bad = "Authorization: Bearer nonsense";
            for (int i = 0; i < 2; i++) {
                assertThat(one.get("/api/v2/me", bad).statusCode()).isEqualTo(401);
                assertThat(other.get("/api/v2/me", bad).statusCode()).isEqualTo(401);
            }
            assertThat(one.get("/api/v2/me", bad).statusCode()).isEqualTo(429);
            assertThat(other.get("/api/v2/me", bad).statusCode()).isEqualTo(429);
            assertThat(other.get("/api/v2/cities").statusCode()).isEqualTo(200);
        }
    }
}
