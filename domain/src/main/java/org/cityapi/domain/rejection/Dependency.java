package org.cityapi.domain.rejection;

import java.util.Locale;

/** What an answer cannot do without. */
public enum Dependency {
    STORE,

    /** Word of what became of a write: it is done, or not, and the store went away before it said so. */
    OUTCOME,

    /** A turn among those who write, of whom one perhaps stores a large file. */
    WRITER,

    /** A turn among those who search at the same time. */
    SEARCH,

    /** A turn among those who export at the same time. */
    EXPORT,
    IDENTITY_PROVIDER,

    /** Room for another file among those that wait to be imported. */
    IMPORT,

    /** Room on the disk of this node. */
    DISK;

    /** {@code store}, {@code identity_provider}: a message key in every language. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
