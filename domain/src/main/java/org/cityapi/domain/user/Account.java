package org.cityapi.domain.user;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the register itself keeps of a user: what he may, and whether he may come in at all.
 *
 * @param role what is granted here
 * @param decided whether somebody chose the role; from then on {@code CITY_ADMINS} changes it no more
 * @param disabled whether he is kept out, whatever credential he shows
 * @param granted what his provider granted when he last signed in, or by the access token that he last showed, whichever
 *     is later; API tokens may hold these, too
 * @param signedInAt when he last signed in with a browser; null when he never did
 */
public record Account(
        Role role,
        boolean decided,
        boolean disabled,
        Set<Permission> granted,
        @Nullable Instant signedInAt) {

    public Account {
        granted = Set.copyOf(granted);
    }

    /** That of somebody who was never here. */
    public static Account of(Role role) {
        return new Account(role, false, false, Set.of(), null);
    }

    /** All that role and provider grant together. */
    public Set<Permission> permissions() {
        return union(role.permissions(), granted);
    }

    public Account withRole(Role chosen) {
        return new Account(chosen, true, disabled, granted, signedInAt);
    }

    public Account withDisabled(boolean now) {
        return new Account(role, decided, now, granted, signedInAt);
    }

    public Account withGranted(Set<Permission> now) {
        return new Account(role, decided, disabled, now, signedInAt);
    }

    Account signedIn(Set<Permission> grantedNow, Instant at) {
        return new Account(role, decided, disabled, grantedNow, at);
    }

    static Set<Permission> union(Set<Permission> some, Set<Permission> others) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
