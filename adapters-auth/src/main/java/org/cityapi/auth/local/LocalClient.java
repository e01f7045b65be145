package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.Secret;
import java.util.Arrays;
import java.util.Optional;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;

/** The programs that may fetch a token, one for each role; their secret is none, for nobody else can reach them. */
enum LocalClient {
    VIEWER("local-viewer", "Local viewer", Role.VIEWER),
    EDITOR("local-editor", "Local editor", Role.EDITOR),
    ADMIN("local-admin", "Local administrator", Role.ADMIN);

    private static final Secret SECRET = new Secret("local");

    private final String id;
    private final String title;
    private final Role role;

    LocalClient(String id, String title, Role role) {
        this.id = id;
        this.title = title;
        this.role = role;
    }

    /** The client that these credentials prove; empty when they prove none. */
    static Optional<LocalClient> provenBy(PlainClientSecret credentials) {
        return Arrays.stream(values())
                .filter(client -> client.id.equals(credentials.getClientID().getValue()))
                .filter(client -> SECRET.equals(credentials.getClientSecret()))
                .findFirst();
    }

    String id() {
        return id;
    }

    /** How the client is called in the change log. */
    String title() {
        return title;
    }

    /** Whether a token for this client may hold the permission. */
    boolean may(Permission permission) {
        return role.permissions().contains(permission);
    }
}
