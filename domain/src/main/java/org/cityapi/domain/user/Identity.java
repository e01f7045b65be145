package org.cityapi.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * What an identity provider tells of a user, as in one token: who it is, for certain, and perhaps more.
 *
 * @param issuer the provider's issuer identifier, a URL
 * @param subject the provider's name for this user, unique with the issuer
 * @param name how to call them; null where it is not told
 * @param email null where it is not told
 */
public record Identity(
        String issuer,
        String subject,
        @Nullable String name,
        @Nullable String email) {

    /** A blank name or address tells nothing. */
    public Identity {
        name = name == null || name.isBlank() ? null : name;
        email = email == null || email.isBlank() ? null : email;
    }

    /** The id of the user that this is. */
    public UserId id() {
        return UserId.of(issuer, subject);
    }
}
