package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cityapi.domain.rejection.Rejection;

/** Token checks without a server around them, and what they may answer. */
final class Checks {

    /** As short as the machine that runs this may be slow. */
    static final KeyTimes SHORT =
            new KeyTimes(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofHours(1), Duration.ofSeconds(1));

    private static final ExecutorService DAEMONS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Checks() {}

    static TokenCheck trusting(KeyTimes times, TestProvider... providers) {
        return new TokenCheck(
                Arrays.stream(providers).map(TestProvider::trusted).toList(),
                new Issuers(times, DAEMONS),
                Clock.systemUTC());
    }

    static TokenCheck trusting(TestProvider... providers) {
        return trusting(KeyTimes.STANDARD, providers);
    }

    static void unavailable(TokenCheck check, String token) {
        assertThatThrownBy(() -> check.check(token)).isInstanceOf(Rejection.Unavailable.class);
    }

    /** Refused, in words that RFC 6750 allows in a header. */
    static void invalid(TokenCheck check, String token, String because) {
        assertThatThrownBy(() -> check.check(token))
                .isInstanceOf(Rejection.InvalidToken.class)
                .hasMessageContaining(because)
                .hasMessageMatching("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    static void invalid(TokenCheck check, String token) {
        invalid(check, token, "token");
    }

    static void eventuallyPasses(TokenCheck check, String token) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                check.check(token);
                return;
            } catch (Rejection.InvalidToken | Rejection.Unavailable e) {
                assertThat(System.nanoTime()).as("%s", e).isLessThan(end);
                Thread.sleep(50);
            }
        }
    }
}
