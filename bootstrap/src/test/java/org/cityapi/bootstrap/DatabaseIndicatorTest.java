package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.token.TokenText;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.Statements;
import org.cityapi.web.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class DatabaseIndicatorTest {

    /** Of nobody, which the database alone can tell. */
    private static final String TOKEN =
            "Authorization: Bearer " + TokenText.random().value();

    static Stream<RuntimeException> failures() {
        return Stream.of(new Rejection.Unavailable(new ConnectException("refused")), new IllegalStateException("odd"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aDatabaseThatCannotBeReadIsDown(RuntimeException failure) {
        ConsistentReads away = new ConsistentReads() {
            @Override
            public <T> T inOneState(Statements<T> statements) {
                throw failure;
            }
        };
        var result = new DatabaseIndicator(away, ForkJoinPool.commonPool()).getResult();
        assertThat(Mono.from(result).block().getStatus()).isEqualTo(HealthStatus.DOWN);
    }

    @Test
    void withoutItARegisterIsReadyToAnswerFromWhatItKeeps() {
        String database = PostgresServer.newAddress();
        try (Client register = new Client(new OnDatabase(database))) {
            register.add(Client.PARIS);
            assertThat(register.get("/api/v2/cities/1").statusCode()).isEqualTo(200);
            assertThat(register.get("/health").statusCode()).isEqualTo(200);
            PostgresServer.drop(database);
            assertThat(register.get("/health").statusCode()).isEqualTo(503);
            assertThat(register.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(register.get("/health/liveness").statusCode()).isEqualTo(200);
            for (String probe : List.of("/health/readiness", "/health/liveness")) {
                assertThat(register.get(probe, TOKEN).statusCode()).isEqualTo(200);
            }
            assertThat(register.get("/api/v2/cities/1").statusCode()).isEqualTo(200);
            assertThat(register.get("/api/v2/cities?limit=7").statusCode()).isEqualTo(503);
        }
    }
}
