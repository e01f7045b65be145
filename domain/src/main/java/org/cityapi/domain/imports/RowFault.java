package org.cityapi.domain.imports;

import java.util.Map;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a file.
 *
 * @param row its place among the rows, from 1; 0 where no row is at fault
 * @param line where the row begins, or the quoted text that does not end, from 1; 0 where no line is at fault
 * @param column as the file calls it; null for the row as a whole
 * @param value that is refused, shortened to {@link #LONGEST} characters; null where there is none
 * @param details what the message tells, as a {@link org.cityapi.domain.rejection.Violation} does
 */
public record RowFault(
        long row,
        long line,
        @Nullable String column,
        @Nullable String value,
        Fault fault,
        Map<String, Object> details) {

    public static final int LONGEST = 200;

    public RowFault {
        if (value != null && value.codePointCount(0, value.length()) > LONGEST) {
            value = value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "\u2026";
        }
        details = Map.copyOf(details);
    }

    /** A fault of a file as a whole. */
    public static RowFault of(long line, Fault fault, Map<String, Object> details) {
        return new RowFault(0, line, null, null, fault, details);
    }
}
