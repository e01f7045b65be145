package org.cityapi.domain.session;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sign-ins that are under way, each for one use.
 *
 * <p>What changes something needs a {@link org.cityapi.domain.UnitOfWork} that writes, else it throws an {@link
 * IllegalStateException}; all methods throw {@link org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be
 * reached.
 */
public interface SignInAttempts {

    void add(SignInAttempt attempt);

    /**
     * Gives the attempt of that state and forgets it: of two who ask, one gets it. Empty when that browser began none
     * such; whoever else learns of a state cannot use it up.
     */
    Optional<SignInAttempt> take(String state, String browser);

    /** Whether a sign-in that this browser began after that time waits to be taken. */
    boolean isAnyOf(String browser, Instant startedAfter);

    /** Forgets attempts that began before this time. */
    void forget(Instant startedBefore);
}
