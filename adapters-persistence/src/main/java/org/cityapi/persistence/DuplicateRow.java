package org.cityapi.persistence;

import java.sql.SQLException;

/** Tells which of many rows has a value that only one may have. */
public final class DuplicateRow extends SQLException {

    private static final long serialVersionUID = 1L;

    private final int index;

    /** @param index its place among the rows, from 0 */
    public DuplicateRow(int index, SQLException cause) {
        super(cause);
        this.index = index;
    }

    int index() {
        return index;
    }
}
