package org.cityapi.domain.change;

/** What a write did. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    RESTORE,
    /** Filled an empty register; the one entry stands for all its cities and names none of them. */
    LOAD
}
