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
        Identity told = new Identity(issuer, subject, name, email);
        return new User(told.id(), issuer, subject, subject, null, Role.VIEWER).seenAs(told);
    }

    /** The same user with what the provider tells now. What it does not tell stays; so does the role, which is ours. */
    public User seenAs(Identity told) {
        String nameNow = told.name() == null ? name : told.name();
        String emailNow = told.email() == null ? email : told.email();
        return new User(id, issuer, subject, nameNow, emailNow, role);
    }

    /** What the provider told until now: a name that is only the subject was not told. */
    public Identity told() {
        return new Identity(issuer, subject, name.equals(subject) ? null : name, email);
    }
}
