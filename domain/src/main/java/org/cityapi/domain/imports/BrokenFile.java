package org.cityapi.domain.imports;

import java.util.List;

/** Says that a file cannot be read, or not from here on. */
public final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowFault> faults;

    /** @param faults at least one */
    public BrokenFile(List<RowFault> faults) {
        super("Cannot be read: " + faults, null, false, false);
        this.faults = List.copyOf(faults);
    }

    public BrokenFile(RowFault fault) {
        this(List.of(fault));
    }

    public List<RowFault> faults() {
        return faults;
    }
}
