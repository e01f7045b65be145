package org.cityapi.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} promises. */
public abstract class RateLimitsContract {

    private static final Quota THREE = new Quota("three", 3, Duration.ofSeconds(60));

    /** Limits that have counted nothing. */
    protected abstract RateLimits limits();

    /** Lets time go by for the limits of this test. */
    protected abstract void pass(Duration time);

    @Test
    void aQuotaIsUsedUpStepByStep() {
        RateLimits limits = limits();
        for (int left = 2; left >= 0; left--) {
            Usage usage = limits.take("a", THREE);
            assertThat(usage.allowed()).isTrue();
            assertThat(usage.left()).isEqualTo(left);
        }
        Usage refused = limits.take("a", THREE);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.left()).isZero();
        assertThat(refused.reset()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aWindowEndsSoLongAfterItsFirstUse() {
        RateLimits limits = limits();
        limits.take("a", THREE);
        pass(Duration.ofSeconds(40));
        Usage later = limits.take("a", THREE);
        assertThat(later.left()).isEqualTo(1);
        assertThat(later.reset()).isEqualTo(Duration.ofSeconds(20));
        limits.take("a", THREE);
        pass(Duration.ofSeconds(19));
        assertThat(limits.take("a", THREE).allowed()).isFalse();
        pass(Duration.ofSeconds(1));
        Usage fresh = limits.take("a", THREE);
        assertThat(fresh.left()).isEqualTo(2);
        assertThat(fresh.reset()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void keysAndPoliciesAreCountedApart() {
        RateLimits limits = limits();
        limits.take("a", THREE);
        assertThat(limits.take("b", THREE).left()).isEqualTo(2);
        assertThat(limits.take("a", new Quota("other", 3, Duration.ofSeconds(60)))
                        .left())
                .isEqualTo(2);
    }

    @Test
    void aLookCountsNothing() {
        RateLimits limits = limits();
        assertThat(limits.look("a", THREE)).isEqualTo(new Usage(true, 3, Duration.ofSeconds(60)));
        limits.take("a", THREE);
        assertThat(limits.look("a", THREE).left()).isEqualTo(2);
        assertThat(limits.look("a", THREE).left()).isEqualTo(2);
        limits.take("a", THREE);
        limits.take("a", THREE);
        assertThat(limits.look("a", THREE).allowed()).isFalse();
    }

    @Test
    void manyAtOnceGetNoMoreThanTheQuota() throws InterruptedException {
        RateLimits limits = limits();
        Quota quota = new Quota("many", 100, Duration.ofSeconds(60));
        AtomicInteger allowed = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 400; i++) {
            threads.execute(() -> {
                if (limits.take("a", quota).allowed()) {
                    allowed.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(allowed).hasValue(100);
    }
}
