package org.cityapi.persistence;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/** What is wrong in a file, as the database keeps it, in JSON. */
@Serdeable
record StoredFault(
        long row,
        long line,
        @Nullable String column,
        @Nullable String value,
        String fault,
        @Nullable Map<String, Object> details) {

    static StoredFault of(RowFault fault) {
        return new StoredFault(
                fault.row(),
                fault.line(),
                fault.column(),
                fault.value(),
                fault.fault().name(),
                fault.details());
    }

    RowFault rowFault() {
        return new RowFault(row, line, column, value, Fault.valueOf(fault), details == null ? Map.of() : details);
    }
}
