package org.cityapi.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link SignInAttempts} promises. */
public abstract class SignInAttemptsContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");

    private Ports ports;
    private SignInAttempts attempts;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        attempts = ports.attempts();
    }

    @Test
    void anAttemptComesBackAsItWentAndOnce() {
        SignInAttempt attempt =
                new SignInAttempt("state", "browser", "auth0", "nonce", "verifier", "/cities?q=Łódź&x='\"", AT);
        SignInAttempt other = attempt("other", AT);
        write(() -> List.of(add(attempt), add(other)));
        assertThat(take("state")).contains(attempt);
        assertThat(take("state")).isEmpty();
        assertThat(take("other")).contains(other);
    }

    @Test
    void anAttemptThatNeverBeganIsNotThere() {
        write(() -> add(attempt("state", AT)));
        assertThat(take("stat")).isEmpty();
        assertThat(take("STATE")).isEmpty();
        assertThat(write(() -> attempts.take("state", "another"))).isEmpty();
        assertThat(take("state")).isPresent();
        assertThat(take("")).isEmpty();
    }

    @RepeatedTest(5)
    void ofTwoWhoTakeItAtOnceOneGetsIt() throws Exception {
        SignInAttempt attempt = attempt("state", AT);
        write(() -> add(attempt));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Optional<SignInAttempt>>> both = two.invokeAll(List.of(
                    () -> takeAfter(together), //
                    () -> takeAfter(together)));
            assertThat(Stream.of(both.get(0).get(), both.get(1).get()).flatMap(Optional::stream))
                    .containsExactly(attempt);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void whatBeganBeforeIsForgotten() {
        SignInAttempt young = attempt("young", AT);
        write(() -> List.of(add(young), add(attempt("old", AT.minusMillis(1)))));
        write(() -> forget(AT));
        assertThat(take("old")).isEmpty();
        assertThat(take("young")).contains(young);
    }

    @Test
    void aBrowserHasSignInsUnderWayUntilTheLastIsTaken() {
        write(() -> List.of(add(attempt("first", AT)), add(attempt("second", AT))));
        assertThat(attempts.isAnyOf("browser", AT.minusMillis(1))).isTrue();
        assertThat(attempts.isAnyOf("browser", AT)).isFalse();
        assertThat(attempts.isAnyOf("another", AT.minusMillis(1))).isFalse();
        take("first");
        assertThat(attempts.isAnyOf("browser", AT.minusMillis(1))).isTrue();
        take("second");
        assertThat(attempts.isAnyOf("browser", AT.minusMillis(1))).isFalse();
    }

    @Test
    void whatFailedWorkTookIsStillThere() {
        SignInAttempt attempt = attempt("state", AT);
        write(() -> add(attempt));
        assertThatThrownBy(() -> write(() -> {
                    attempts.take("state", "browser");
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(take("state")).contains(attempt);
    }

    @Test
    void nothingIsDoneOutsideOfWorkThatWrites() {
        List<Supplier<Object>> changes = List.of(
                () -> add(attempt("new", AT)), //
                () -> attempts.take("state", "browser"),
                () -> forget(AT.plusSeconds(1)));
        write(() -> add(attempt("state", AT)));
        for (Supplier<Object> change : changes) {
            assertThatThrownBy(change::get).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> ports.work().read(change)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(take("new")).isEmpty();
        assertThat(take("state")).isPresent();
    }

    private static SignInAttempt attempt(String state, Instant startedAt) {
        return new SignInAttempt(state, "browser", "oidc", "nonce", "verifier", "/", startedAt);
    }

    private Optional<SignInAttempt> takeAfter(CyclicBarrier together) throws Exception {
        together.await();
        return take("state");
    }

    private Optional<SignInAttempt> take(String state) {
        return write(() -> attempts.take(state, "browser"));
    }

    private SignInAttempt add(SignInAttempt attempt) {
        attempts.add(attempt);
        return attempt;
    }

    private Instant forget(Instant before) {
        attempts.forget(before);
        return before;
    }

    private <T> T write(Supplier<T> work) {
        return ports.work().write(work);
    }
}
