package org.cityapi.domain.rejection;

import java.util.Locale;

/** What this program cannot do without and has no hand in. */
public enum Dependency {
    STORE,
    IDENTITY_PROVIDER;

    /** {@code store}, {@code identity_provider}: a message key in every language. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
