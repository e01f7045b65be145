package org.cityapi.auth.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cityapi.auth.browser.Seals;
import org.cityapi.auth.browser.Seals.Use;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.SignInAttempt;
import org.cityapi.domain.session.SignInAttempts;

/** Remembers each sign-in from its way to the provider to its way back, for one use. */
@Singleton
final class Attempts {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");

    private final UnitOfWork work;
    private final SignInAttempts attempts;
    private final Seals seals;
    private final Clock clock;

    Attempts(UnitOfWork work, SignInAttempts attempts, Seals seals, Clock clock) {
        this.work = work;
        this.attempts = attempts;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * One that was just begun.
     *
     * @param state goes to the provider and comes back
     */
    record Begun(String state, SignInAttempt attempt) {}

    Begun begin(Secret browser, String provider, String target) {
        Instant now = now();
        String random = Secret.random().value();
        String state = random + '.' + seals.seal(Use.STATE, random);
        SignInAttempt attempt = new SignInAttempt(
                new Secret(state).digest(),
                browser.digest(),
                provider,
                Secret.random().value(),
                Secret.random().value(),
                target,
                now);
        work.write(() -> {
            attempts.forget(now.minus(LONGEST));
            attempts.add(attempt);
            return attempt;
        });
        return new Begun(state, attempt);
    }

    /**
     * The attempt that a state names; it is used up, whatever comes of it, unless another browser began it.
     *
     * @throws Rejection.SignInFailed when there is none that this browser began with this provider, not long ago
     */
    SignInAttempt take(String state, Optional<Secret> browser, String provider) {
        return browser.filter(present -> isOurs(state))
                .flatMap(known -> work.write(() -> attempts.take(new Secret(state).digest(), known.digest())))
                .filter(attempt -> attempt.provider().equals(provider))
                .filter(attempt -> now().isBefore(attempt.startedAt().plus(LONGEST)))
                .orElseThrow(() -> new Rejection.SignInFailed(SignInFault.UNKNOWN_ATTEMPT));
    }

    /** Whether this browser, in another tab perhaps, is on its way to a provider. */
    boolean areUnderWay(Secret browser) {
        return attempts.isAnyOf(browser.digest(), now().minus(LONGEST));
    }

    /** What we did not seal never reaches the store. */
    private boolean isOurs(String state) {
        int dot = state.indexOf('.');
        return STATE.matcher(state).matches()
                && seals.isSealed(Use.STATE, state.substring(0, dot), state.substring(dot + 1));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
