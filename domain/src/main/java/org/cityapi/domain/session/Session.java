package org.cityapi.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserId;

/**
 * The time from a sign-in to its end, in one browser.
 *
 * @param id the digest of the secret that the browser holds
 * @param user who signed in
 * @param provider the name of the provider he came by, as in addresses
 * @param granted what the provider granted at the sign-in
 * @param client how the browser called itself, in at most 200 characters; a hint for its owner, and no proof of anything
 * @param startedAt when he signed in
 * @param usedAt when it was last used, give or take a minute
 */
public record Session(
        SessionId id,
        UserId user,
        String provider,
        Set<Permission> granted,
        String client,
        Instant startedAt,
        Instant usedAt) {

    public Session {
        granted = Set.copyOf(granted);
    }

    /** Whether it may no longer be used. */
    public boolean isOver(Lifetime lifetime, Instant now) {
        return !now.isBefore(startedAt.plus(lifetime.absolute())) || !now.isBefore(usedAt.plus(lifetime.idle()));
    }

    /**
     * How long sessions last.
     *
     * @param idle without use
     * @param absolute in all
     */
    public record Lifetime(Duration idle, Duration absolute) {}
}
