package org.cityapi.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowOutcome;
import org.jspecify.annotations.Nullable;

/** The statements on rows of imports, in the table {@code import_row}. */
record ImportRows(Dialect dialect, JsonColumns json) {

    private static final String TABLE = "import_row";
    private static final String FORGET_BEFORE = """
            DELETE FROM import_row WHERE job_id =
              (SELECT min(id) FROM import_job
                WHERE created_at < ? AND EXISTS (SELECT 1 FROM import_row WHERE job_id = import_job.id))
            """;
    private static final String SELECT = """
            SELECT number, line, outcome, city_id, "before", after, cells, faults FROM import_row
            WHERE job_id = ? AND number > ?
            """;
    private static final List<String> COLUMNS =
            List.of("job_id", "number", "line", "outcome", "city_id", "\"before\"", "after", "cells", "faults");

    Statements<Integer> add(ImportId id, List<ImportRow> rows) {
        List<@Nullable Object[]> values =
                rows.stream().map(row -> values(id, row)).toList();
        return connection -> {
            dialect.insert(connection, new Rows(TABLE, COLUMNS, values));
            return values.size();
        };
    }

    private @Nullable Object[] values(ImportId id, ImportRow row) {
        CityId city = row.city();
        return new @Nullable Object[] {
            id.value(),
            row.number(),
            row.line(),
            row.outcome().name(),
            city == null ? null : city.value(),
            json.write(row.before()),
            json.write(row.after()),
            json.write(row.cells()),
            json.writeFaults(row.faults())
        };
    }

    Statements<Integer> forget(ImportId id) {
        return Sql.of("DELETE FROM import_row WHERE job_id = ?", id.value()).change();
    }

    /** Of one import alone: a statement has to end soon. */
    Statements<Integer> forgetBefore(Instant time) {
        return Sql.of(FORGET_BEFORE, time.toEpochMilli()).change();
    }

    Statements<List<ImportRow>> after(ImportId id, @Nullable RowOutcome outcome, long number, int max) {
        Sql select = Sql.of(SELECT, id.value(), number);
        if (outcome != null) {
            select.add(" AND outcome = ?", outcome.name());
        }
        return select.add(" ORDER BY number LIMIT ?", max).rows(this::row);
    }

    private ImportRow row(ResultSet row) throws SQLException {
        long city = row.getLong(4);
        return new ImportRow(
                row.getLong(1),
                row.getLong(2),
                RowOutcome.valueOf(row.getString(3)),
                city == 0 ? null : new CityId(city),
                json.details(row.getString(5)),
                json.details(row.getString(6)),
                json.texts(row.getString(7)),
                json.faults(row.getString(8)));
    }
}
