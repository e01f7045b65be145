package org.cityapi.auth;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;

/**
 * Whom a bearer token speaks for, and what it allows; the token itself is left behind.
 *
 * @param identity as the token tells
 * @param permissions as the token tells
 */
record TokenAuthentication(Identity identity, Set<Permission> permissions) implements Authentication {

    TokenAuthentication {
        permissions = Set.copyOf(permissions);
    }

    /** The user's id: it tells people of several providers apart and says nothing about them. */
    @Override
    public String getName() {
        return identity.id().value();
    }

    /** Empty: Micronaut writes attributes into its debug log. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
