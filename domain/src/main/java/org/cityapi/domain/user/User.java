package org.cityapi.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * A person or program that an identity provider vouches for.
 *
 * @param id computed from issuer and subject
 * @param issuer the provider's issuer identifier, a URL
 * @param subject the provider's name for this user, unique with the issuer
 * @param name how to call them; the subject where the provider tells no name
 * @param email null where the provider tells none; never used to tell users apart
 * @param role what is granted here, beside what the provider's token grants
 */
public record User(
        UserId id,
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Role role) {

    /** One that is seen for the first time: a viewer. */
    public static User first(String issuer, String subject, @Nullable String name, @Nullable String email) {
        String shown = name == null || name.isBlank() ? subject : name;
        return new User(UserId.of(issuer, subject), issuer, subject, shown, email, Role.VIEWER);
    }

    /** The same user with what the provider says now; the role is ours and stays. */
    public User seenAs(User now) {
        return new User(id, issuer, subject, now.name, now.email, role);
    }
}
