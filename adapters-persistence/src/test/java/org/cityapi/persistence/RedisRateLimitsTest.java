package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts in Redis, by two nodes; the time of a window is that of the server, so that it cannot be moved. */
class RedisRateLimitsTest {

    private static final Quota THREE = new Quota("three", 3, Duration.ofSeconds(60));

    private final String address = RedisServer.newAddress();
    private OnRedis one;
    private OnRedis other;

    @BeforeEach
    void start() {
        one = OnRedis.patient(address);
        other = OnRedis.patient(address);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void twoNodesCountTogether() {
        RateLimits limits = one.limits();
        RateLimits others = other.limits();
        assertThat(limits.mayWait()).isTrue();
        assertThat(limits.take("a", THREE).left()).isEqualTo(2);
        assertThat(others.take("a", THREE).left()).isEqualTo(1);
        assertThat(limits.look("a", THREE).left()).isEqualTo(1);
        assertThat(limits.take("a", THREE).left()).isZero();
        Usage refused = others.take("a", THREE);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.reset()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(limits.look("a", THREE).allowed()).isFalse();
        assertThat(limits.take("b", THREE).left()).isEqualTo(2);
    }

    @Test
    void aWindowEndsByTheClockOfRedis() throws InterruptedException {
        Quota once = new Quota("once", 1, Duration.ofSeconds(1));
        assertThat(one.limits().take("a", once).allowed()).isTrue();
        Usage refused = other.limits().take("a", once);
        assertThat(refused.allowed()).isFalse();
        Thread.sleep(refused.reset().toMillis() + 20);
        assertThat(other.limits().take("a", once).allowed()).isTrue();
    }

    @Test
    void nothingIsKeptLongerThanItsWindow() {
        one.limits().take("a", THREE);
        RedisServer.on(
                address,
                connection -> assertThat(connection.sync().keys("city-api:limit:*"))
                        .hasSize(1)
                        .allSatisfy(
                                key -> assertThat(connection.sync().pttl(key)).isBetween(1L, 60_000L)));
    }
}
