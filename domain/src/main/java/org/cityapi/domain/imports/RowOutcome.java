package org.cityapi.domain.imports;

/** What becomes of a row. */
public enum RowOutcome {
    INSERTED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
