package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.cityapi.domain.rejection.Rejection;

/** How long what is refused, and what comes back, may take. */
public final class Patience {

    /** What a client is promised is 2 seconds; a busy machine may take longer to say it. */
    static final Duration SOON = Duration.ofSeconds(3);

    private static final Duration AT_LAST = Duration.ofSeconds(30);

    private Patience() {}

    static void isRefusedSoon(Runnable work) {
        isRefusedSoon(SOON, work);
    }

    static void isRefusedSoon(Duration soon, Runnable work) {
        long begin = System.nanoTime();
        assertThatThrownBy(work::run).isInstanceOf(Rejection.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(soon);
    }

    /** Waits until it is so. */
    public static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(AT_LAST);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Tries again as long as the store is not available. */
    static <T> T succeedsAtLast(Supplier<T> work) {
        Instant end = Instant.now().plus(AT_LAST);
        while (true) {
            try {
                return work.get();
            } catch (Rejection.Unavailable e) {
                assertThat(Instant.now()).as(e.getMessage()).isBefore(end);
            }
        }
    }
}
