package org.cityapi.domain.user;

import java.util.Arrays;
import java.util.Optional;

/** What a person or program may be allowed to do. Reading cities needs none. */
public enum Permission {
    CREATE_CITIES("create:cities"),
    UPDATE_CITIES("update:cities"),
    DELETE_CITIES("delete:cities"),
    IMPORT_CITIES("import:cities"),
    READ_HISTORY("read:history"),
    MANAGE_USERS("manage:users");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /** The permission's name in tokens and messages. */
    public String scope() {
        return scope;
    }

    /** The permission of that name; empty when there is none, for tokens carry scopes of other services too. */
    public static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values()).filter(p -> p.scope.equals(scope)).findFirst();
    }
}
