package org.cityapi.persistence.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.RateLimitsContract;
import org.junit.jupiter.api.Test;

class CaffeineRateLimitsTest extends RateLimitsContract {

    /** The end of the range is near: a ticker may run over it. */
    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(30).toNanos());

    @Override
    protected RateLimits limits() {
        return new CaffeineRateLimits(now::get, 1000);
    }

    @Override
    protected void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void theNumberOfKeysIsBounded() {
        CaffeineRateLimits limits = new CaffeineRateLimits(now::get, 1000);
        Quota quota = new Quota("one", 1, Duration.ofSeconds(60));
        for (int i = 0; i < 20_000; i++) {
            limits.take("address:" + i, quota);
        }
        assertThat(limits.size()).isBetween(1L, 1000L);
    }

    @Test
    void whatHasEndedIsForgotten() {
        CaffeineRateLimits limits = new CaffeineRateLimits(now::get, 1000);
        limits.take("a", new Quota("one", 1, Duration.ofSeconds(60)));
        pass(Duration.ofSeconds(61));
        assertThat(limits.size()).isZero();
    }
}
