package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import java.net.ConnectException;
import java.util.concurrent.ForkJoinPool;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Statements;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DatabaseIndicatorTest {

    private static final ConsistentReads AWAY = new ConsistentReads() {
        @Override
        public <T> T inOneState(Statements<T> statements) {
            throw new Rejection.Unavailable(new ConnectException("refused"));
        }
    };

    @Test
    void aDatabaseThatIsAwayIsDown() {
        var result = new DatabaseIndicator(AWAY, ForkJoinPool.commonPool()).getResult();
        assertThat(Mono.from(result).block().getStatus()).isEqualTo(HealthStatus.DOWN);
    }
}
