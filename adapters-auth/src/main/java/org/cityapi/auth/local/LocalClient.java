package org.cityapi.auth.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cityapi.domain.user.Role;

/** Whom the local provider knows: one for each role. */
enum LocalClient {
    VIEWER(Role.VIEWER, "Local viewer"),
    EDITOR(Role.EDITOR, "Local editor"),
    ADMIN(Role.ADMIN, "Local administrator");

    /** No secret at all: the provider answers on the loopback alone. */
    static final String SECRET = "local";

    private final Role role;
    private final String displayName;

    LocalClient(Role role, String displayName) {
        this.role = role;
        this.displayName = displayName;
    }

    String id() {
        return "local-" + name().toLowerCase(Locale.ROOT);
    }

    Role role() {
        return role;
    }

    String displayName() {
        return displayName;
    }

    static Optional<LocalClient> of(String id) {
        return Arrays.stream(values()).filter(client -> client.id().equals(id)).findFirst();
    }
}
