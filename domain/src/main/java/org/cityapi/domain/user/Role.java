package org.cityapi.domain.user;

import java.util.EnumSet;
import java.util.Set;

/** A bundle of permissions that is stored with a user. */
public enum Role {
    /** Grants nothing: reading is open to anyone. */
    VIEWER(EnumSet.noneOf(Permission.class)),
    /** Grants all that concerns cities. */
    EDITOR(EnumSet.complementOf(EnumSet.of(Permission.MANAGE_USERS))),
    /** Grants everything. */
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
