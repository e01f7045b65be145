package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Imports in the table {@code import_job}; of their rows {@link ImportRows} knows. */
@Singleton
final class JdbcImportJobs implements ImportJobs {

    private static final String ADD = """
            INSERT INTO import_job
              (format, mode, on_error, dry_run, ignore_unknown, by_id, node, state, bytes_total, created_at, matching)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """;
    private static final String SELECT = """
            SELECT id, format, mode, on_error, dry_run, ignore_unknown, by_id, node, state, bytes_total,
              bytes_read, rows_read, inserted, updated, unchanged, rejected, column_names, faults,
              created_at, started_at, finished_at, first_change, last_change, left_cities, matching
            FROM import_job
            """;
    private static final String COUNTS =
            "bytes_read = ?, rows_read = ?, inserted = ?, updated = ?, unchanged = ?, rejected = ?";
    private static final String REST = """
            , state = ?, column_names = ?, faults = ?, started_at = ?, finished_at = ?,
              first_change = ?, last_change = ?, left_cities = ?
            WHERE id = ?
            """;
    private static final String OPEN = " state IN ('QUEUED', 'RUNNING')";
    private static final String BEATS = "SELECT id, beat FROM import_job WHERE" + OPEN;
    private static final String ASK = "UPDATE import_job SET cancel_asked = ? WHERE id = ? AND" + OPEN;
    private static final String ASKED = "SELECT id FROM import_job WHERE cancel_asked AND" + OPEN;
    private final JdbcUnitOfWork work;
    private final ImportRows rows;
    private final JsonColumns json;

    JdbcImportJobs(JdbcUnitOfWork work, Dialect dialect, JsonColumns json) {
        this.work = work;
        rows = new ImportRows(dialect, json);
        this.json = json;
    }

    @Override
    public ImportJob add(ImportOrder order, @Nullable UserId by, String node, long bytesTotal, Instant at) {
        Sql add = Sql.of(
                ADD,
                order.format().name(),
                order.mode().name(),
                order.onError().name(),
                order.dryRun(),
                order.ignoreUnknown(),
                by == null ? null : by.value(),
                node,
                ImportState.QUEUED.name(),
                bytesTotal,
                at.toEpochMilli(),
                json.write(order.match()));
        long id = work.aside(add::number);
        return ImportJob.queued(new ImportId(id), order, by, node, bytesTotal, at);
    }

    @Override
    public Optional<ImportJob> find(ImportId id) {
        return work.query(Sql.of(SELECT + "WHERE id = ?", id.value()).row(this::job));
    }

    @Override
    public List<ImportJob> list(long before, int max) {
        return work.query(Sql.of(SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?", before, max)
                .rows(this::job));
    }

    @Override
    public boolean replace(ImportJob next, Set<ImportState> from) {
        Sql replace = update("", next.counts())
                .add(
                        REST,
                        next.state().name(),
                        json.write(next.columns()),
                        json.writeFaults(next.faults()),
                        Columns.millis(next.startedAt()),
                        Columns.millis(next.finishedAt()),
                        next.firstChange(),
                        next.lastChange(),
                        json.write(next.left()),
                        next.id().value())
                .addIn(" AND state", from.stream().map(Enum::name).sorted().toList());
        return work.aside(replace.change()) == 1;
    }

    @Override
    public void beat(ImportId id, ImportCounts counts) {
        work.aside(update("beat = beat + 1, ", counts)
                .add(" WHERE id = ? AND" + OPEN, id.value())
                .change());
    }

    private static Sql update(String first, ImportCounts counts) {
        return Sql.of(
                "UPDATE import_job SET " + first + COUNTS,
                counts.bytes(),
                counts.rows(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected());
    }

    @Override
    public Map<ImportId, Long> beats() {
        return work.query(Sql.of(BEATS).rows(row -> Map.entry(new ImportId(row.getLong(1)), row.getLong(2)))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void askToCancel(ImportId id) {
        work.aside(Sql.of(ASK, true, id.value()).change());
    }

    @Override
    public Set<ImportId> askedToCancel() {
        return Set.copyOf(work.query(Sql.of(ASKED).rows(row -> new ImportId(row.getLong(1)))));
    }

    @Override
    public void keep(ImportId id, List<ImportRow> some) {
        work.aside(rows.add(id, some));
    }

    @Override
    public void forgetRows(ImportId id) {
        work.aside(rows.forget(id));
    }

    @Override
    public void forgetRowsBefore(Instant time) {
        work.aside(rows.forgetBefore(time));
    }

    @Override
    public List<ImportRow> rows(ImportId id, @Nullable RowOutcome outcome, long number, int max) {
        return work.query(rows.after(id, outcome, number, max));
    }

    private ImportJob job(ResultSet row) throws SQLException {
        String by = row.getString(7);
        return new ImportJob(
                new ImportId(row.getLong(1)),
                new ImportOrder(
                        ImportFormat.valueOf(row.getString(2)),
                        ImportMode.valueOf(row.getString(3)),
                        OnError.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        json.match(row.getString(25))),
                by == null ? null : new UserId(by),
                row.getString(8),
                ImportState.valueOf(row.getString(9)),
                row.getLong(10),
                new ImportCounts(
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16)),
                json.texts(row.getString(17)),
                json.faults(row.getString(18)),
                Columns.time(row, 19),
                Columns.timeOrNull(row, 20),
                Columns.timeOrNull(row, 21),
                row.getLong(22),
                row.getLong(23),
                json.numbers(row.getString(24)));
    }
}
