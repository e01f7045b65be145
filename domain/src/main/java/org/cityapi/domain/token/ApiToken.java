package org.cityapi.domain.token;

import java.time.Instant;
import java.util.Set;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A credential that a user made for a program of his; its text is known to nobody but him.
 *
 * @param id names it in lists and addresses
 * @param owner whom it speaks for
 * @param name what its owner calls it
 * @param scopes what it allows, as far as its owner is allowed it
 * @param createdAt when it was made
 * @param expiresAt from when on it is no good
 * @param usedAt when it was last used, give or take a minute; null when it never was
 */
public record ApiToken(
        ApiTokenId id,
        UserId owner,
        String name,
        Set<Permission> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
