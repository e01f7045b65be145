package org.cityapi.persistence;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.RejectedRow;
import org.jspecify.annotations.Nullable;

/** The statements on rows of imports that were refused, in the table {@code rejected_row}. */
record RejectedRows(Dialect dialect, JsonLists json) {

    private static final String FORGET_BEFORE = """
            DELETE FROM rejected_row WHERE job_id =
              (SELECT min(job_id) FROM rejected_row JOIN import_job ON id = job_id WHERE created_at < ?)
            """;
    private static final String AFTER = """
            SELECT number, line, cells, faults FROM rejected_row WHERE job_id = ? AND number > ? ORDER BY number LIMIT ?
            """;
    private static final List<String> COLUMNS = List.of("job_id", "number", "line", "cells", "faults");

    Statements<Integer> add(ImportId id, List<RejectedRow> rows) {
        List<@Nullable Object[]> values = rows.stream()
                .map(row -> new @Nullable Object[] {
                    id.value(), row.number(), row.line(), json.write(row.cells()), json.writeFaults(row.faults())
                })
                .toList();
        return connection -> {
            dialect.insert(connection, new Rows("rejected_row", COLUMNS, values));
            return values.size();
        };
    }

    Statements<Integer> forget(ImportId id) {
        return Sql.of("DELETE FROM rejected_row WHERE job_id = ?", id.value()).change();
    }

    /** Of one import alone: a statement has to end soon. */
    Statements<Integer> forgetBefore(Instant time) {
        return Sql.of(FORGET_BEFORE, time.toEpochMilli()).change();
    }

    Statements<List<RejectedRow>> after(ImportId id, long number, int max) {
        return Sql.of(AFTER, id.value(), number, max)
                .rows(row -> new RejectedRow(
                        row.getLong(1), row.getLong(2), json.texts(row.getString(3)), json.faults(row.getString(4))));
    }
}
