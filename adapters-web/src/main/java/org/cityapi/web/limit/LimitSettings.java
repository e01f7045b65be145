package org.cityapi.web.limit;

import java.time.Duration;
import java.util.Optional;
import org.cityapi.domain.limit.Quota;

/**
 * How much each client may ask for.
 *
 * @param quotas empty where nobody counts
 */
public record LimitSettings(Optional<Quotas> quotas) {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /**
     * The quotas of the kinds of clients.
     *
     * @param anonymous of an address from which nobody is known
     * @param signedIn of a user
     * @param signIn of an address: failures to prove who one is, and steps of signing in
     */
    public record Quotas(Quota anonymous, Quota signedIn, Quota signIn) {}

    public static LimitSettings off() {
        return new LimitSettings(Optional.empty());
    }

    /** Each number is how often in a minute. */
    public static LimitSettings of(int anonymous, int signedIn, int signIn) {
        return new LimitSettings(Optional.of(new Quotas(
                new Quota("default", anonymous, WINDOW),
                new Quota("default", signedIn, WINDOW),
                new Quota("sign-in", signIn, WINDOW))));
    }
}
