package org.cityapi.domain.user;

import java.util.EnumSet;
import java.util.Set;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, through which door, and what he may do in it.
 *
 * @param user null when nobody is signed in, and for the register itself
 * @param permissions what the request's token and the user's role grant together
 * @param door where the request came in
 * @param byApiToken whether an API token speaks for the user, which may not make others
 */
public record Actor(@Nullable User user, Set<Permission> permissions, Door door, boolean byApiToken) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    public Actor(@Nullable User user, Set<Permission> permissions, Door door) {
        this(user, permissions, door, false);
    }

    /** Somebody who is not signed in. */
    public static Actor anonymous(Door door) {
        return new Actor(null, Set.of(), door);
    }

    /** The register itself, as when it fills an empty store. */
    public static Actor system() {
        return new Actor(null, EnumSet.allOf(Permission.class), Door.SYSTEM);
    }

    /**
     * Passes when the actor has the permission.
     *
     * @throws Rejection.NotSignedIn when nobody is signed in
     * @throws Rejection.Forbidden when the permission is missing
     */
    public void require(Permission permission) {
        if (permissions.contains(permission)) {
            return;
        }
        if (user == null) {
            throw new Rejection.NotSignedIn();
        }
        throw new Rejection.Forbidden(permission.scope());
    }

    /**
     * The user.
     *
     * @throws Rejection.NotSignedIn when nobody is signed in
     */
    public User signedIn() {
        if (user == null) {
            throw new Rejection.NotSignedIn();
        }
        return user;
    }

    /** Whether a provider's access token speaks for the user, and tells what the provider grants. */
    public boolean byAccessToken() {
        return user != null && door == Door.API && !byApiToken;
    }

    /** The user's id; null where there is no user. */
    public @Nullable UserId userId() {
        return user == null ? null : user.id();
    }
}
