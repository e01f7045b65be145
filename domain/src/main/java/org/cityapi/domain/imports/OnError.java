package org.cityapi.domain.imports;

/** What becomes of the others when a row is refused. */
public enum OnError {
    /** Nothing of the file is stored. */
    ABORT,
    /** They are stored without it. */
    SKIP
}
