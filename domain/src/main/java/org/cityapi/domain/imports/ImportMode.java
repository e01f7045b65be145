package org.cityapi.domain.imports;

/** What becomes of a row. */
public enum ImportMode {
    /** A new city; it is refused when another has its {@code geonameId}. */
    INSERT,
    /** The next version of the city with its {@code geonameId}, else of the one with its id; else a new city. */
    UPSERT
}
