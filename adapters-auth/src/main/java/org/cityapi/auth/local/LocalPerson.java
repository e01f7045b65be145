package org.cityapi.auth.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;

/** The people of local mode, one for each role; a program may get a token in the name of each of them. */
enum LocalPerson {
    VIEWER("Local viewer", Role.VIEWER),
    EDITOR("Local editor", Role.EDITOR),
    ADMIN("Local administrator", Role.ADMIN);

    private final String title;
    private final Role role;

    LocalPerson(String title, Role role) {
        this.title = title;
        this.role = role;
    }

    static Optional<LocalPerson> ofKey(String key) {
        return Arrays.stream(values())
                .filter(person -> person.key().equals(key))
                .findFirst();
    }

    static Optional<LocalPerson> ofId(String id) {
        return Arrays.stream(values()).filter(person -> person.id().equals(id)).findFirst();
    }

    /** What the person is called on the page where one chooses. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subject of tokens, and the client that gets them without a page. */
    String id() {
        return "local-" + key();
    }

    /** How the person is called in the change log. */
    String title() {
        return title;
    }

    /** An address at which nobody can ever be reached (RFC 2606, section 2). */
    String email() {
        return key() + "@local.invalid";
    }

    /** What a token for the person may hold, in the order of {@link Permission}. */
    List<String> permissions() {
        return Arrays.stream(Permission.values())
                .filter(role.permissions()::contains)
                .map(Permission::scope)
                .toList();
    }
}
