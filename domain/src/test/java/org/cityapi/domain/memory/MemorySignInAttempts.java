package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Optional;
import org.cityapi.domain.session.SignInAttempt;
import org.cityapi.domain.session.SignInAttempts;

/** Sign-ins under way, in memory. */
public final class MemorySignInAttempts implements SignInAttempts {

    private final MemoryStore store;

    MemorySignInAttempts(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(SignInAttempt attempt) {
        store.change(state -> state.attempts.put(attempt.state(), attempt));
    }

    @Override
    public Optional<SignInAttempt> take(String state, String browser) {
        return store.change(kept -> Optional.ofNullable(kept.attempts.get(state))
                .filter(attempt -> attempt.browser().equals(browser))
                .map(attempt -> kept.attempts.remove(state)));
    }

    @Override
    public boolean isAnyOf(String browser, Instant startedAfter) {
        return store.seen().attempts.values().stream()
                .anyMatch(attempt ->
                        attempt.browser().equals(browser) && attempt.startedAt().isAfter(startedAfter));
    }

    @Override
    public void forget(Instant startedBefore) {
        store.change(state ->
                state.attempts.values().removeIf(attempt -> attempt.startedAt().isBefore(startedBefore)));
    }
}
