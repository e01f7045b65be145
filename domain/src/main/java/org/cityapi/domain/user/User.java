package org.cityapi.domain.user;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that an identity provider vouches for.
 *
 * @param id computed from issuer and subject
 * @param issuer the provider's issuer identifier, a URL
 * @param subject the provider's name for this user, unique with the issuer
 * @param name how to call them; the subject where the provider tells no name
 * @param email null where the provider tells none; never used to tell users apart
 * @param account what is kept here of this user
 */
public record User(
        UserId id,
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Account account) {

    /** One that is seen for the first time: a viewer. */
    public static User first(Identity told) {
        return new User(told.id(), told.issuer(), told.subject(), told.subject(), null, Account.of(Role.VIEWER))
                .seenAs(told);
    }

    /** What is granted here, beside what the provider grants. */
    public Role role() {
        return account.role();
    }

    /** The same user with what the provider tells now. What it does not tell stays; so does the account, which is ours. */
    public User seenAs(Identity told) {
        String nameNow = told.name() == null ? name : told.name();
        String emailNow = told.email() == null ? email : told.email();
        return new User(id, issuer, subject, nameNow, emailNow, account);
    }

    /** The same user as he signs in with a browser. */
    public User signedIn(Identity told, Set<Permission> granted, Instant at) {
        return seenAs(told).with(account.signedIn(granted, at));
    }

    public User with(Account changed) {
        return new User(id, issuer, subject, name, email, changed);
    }

    /** What his role and these permissions grant together. */
    public Set<Permission> permissionsWith(Set<Permission> granted) {
        return Account.union(role().permissions(), granted);
    }

    /** What the provider told until now: a name that is only the subject was not told. */
    public Identity told() {
        return new Identity(issuer, subject, name.equals(subject) ? null : name, email);
    }
}
