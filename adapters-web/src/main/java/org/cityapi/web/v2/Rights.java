package org.cityapi.web.v2;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;

/** Roles and permissions as version 2 spells them. */
final class Rights {

    /** All roles, as a message lists them. */
    static final String ROLES = Arrays.stream(Role.values()).map(Rights::of).collect(Collectors.joining(", "));

    private Rights() {}

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The role that is spelled so; empty when there is none. */
    static Optional<Role> role(String spelled) {
        return Arrays.stream(Role.values())
                .filter(role -> of(role).equals(spelled))
                .findFirst();
    }

    /** In the order of the alphabet. */
    static List<String> of(Set<Permission> permissions) {
        return permissions.stream().map(Permission::scope).sorted().toList();
    }
}
