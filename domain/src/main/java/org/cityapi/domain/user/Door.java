package org.cityapi.domain.user;

/** Where a write came in. */
public enum Door {
    /** A program, over REST. */
    API,
    /** A person, in the browser. */
    WEB,
    /** A file. */
    IMPORT,
    /** The register itself. */
    SYSTEM
}
