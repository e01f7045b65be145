package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Imports that people prepare, in the table {@code import_draft}. */
@Singleton
final class JdbcImportDrafts implements ImportDrafts {

    private static final String ADD = """
            INSERT INTO import_draft
              (owner_id, node, file, bytes, format, rows_total, outline, mode, on_error, used_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """;
    private static final String SELECT = """
            SELECT id, owner_id, node, file, bytes, format, rows_total, outline, mode, on_error, trial_id, done_id, used_at
            FROM import_draft
            """;
    private static final String REPLACE = """
            UPDATE import_draft
            SET rows_total = ?, outline = ?, mode = ?, on_error = ?, trial_id = ?, done_id = ?, used_at = ?
            WHERE id = ? AND done_id IS NULL
            """;
    private static final String ALL = """
            SELECT id, owner_id, node, file, bytes, trial_id, done_id, used_at FROM import_draft ORDER BY used_at, id
            """;

    private final JdbcUnitOfWork work;
    private final JsonColumns json;

    JdbcImportDrafts(JdbcUnitOfWork work, JsonColumns json) {
        this.work = work;
        this.json = json;
    }

    @Override
    public ImportDraft add(UserId owner, String node, ImportFiles.Kept file, FileOutline outline, Instant at) {
        ImportDraft.Wishes usual = ImportDraft.Wishes.USUAL;
        Sql add = Sql.of(
                ADD,
                owner.value(),
                node,
                file.name(),
                file.bytes(),
                outline.format().name(),
                outline.rows(),
                json.write(outline),
                usual.mode().name(),
                usual.onError().name(),
                at.toEpochMilli());
        return ImportDraft.of(new DraftId(work.aside(add::number)), owner, node, file, outline, at);
    }

    @Override
    public Optional<ImportDraft> find(DraftId id) {
        return work.query(Sql.of(SELECT + "WHERE id = ?", id.value()).row(this::draft));
    }

    @Override
    public Optional<ImportDraft> of(ImportId job) {
        return work.query(Sql.of(SELECT + "WHERE trial_id = ? OR done_id = ?", job.value(), job.value())
                .row(this::draft));
    }

    @Override
    public boolean replace(ImportDraft next) {
        Sql replace = Sql.of(
                REPLACE,
                next.outline().rows(),
                json.write(next.outline()),
                next.wishes().mode().name(),
                next.wishes().onError().name(),
                number(next.trial()),
                number(next.done()),
                next.usedAt().toEpochMilli(),
                next.id().value());
        return work.aside(replace.change()) == 1;
    }

    private static @Nullable Long number(@Nullable ImportId id) {
        return id == null ? null : (Long) id.value();
    }

    @Override
    public void forget(DraftId id) {
        work.aside(Sql.of("DELETE FROM import_draft WHERE id = ?", id.value()).change());
    }

    @Override
    public List<Known> all() {
        return work.query(Sql.of(ALL).rows(JdbcImportDrafts::known));
    }

    private static Known known(ResultSet row) throws SQLException {
        ImportId trial = job(row, 6);
        ImportId done = job(row, 7);
        return new Known(
                new DraftId(row.getLong(1)),
                new UserId(row.getString(2)),
                row.getString(3),
                new ImportFiles.Kept(row.getString(4), row.getLong(5)),
                done == null ? trial : done,
                done != null,
                Columns.time(row, 8));
    }

    private ImportDraft draft(ResultSet row) throws SQLException {
        return new ImportDraft(
                new DraftId(row.getLong(1)),
                new UserId(row.getString(2)),
                row.getString(3),
                new ImportFiles.Kept(row.getString(4), row.getLong(5)),
                json.outline(ImportFormat.valueOf(row.getString(6)), row.getLong(7), row.getString(8)),
                new ImportDraft.Wishes(ImportMode.valueOf(row.getString(9)), OnError.valueOf(row.getString(10))),
                job(row, 11),
                job(row, 12),
                Columns.time(row, 13));
    }

    private static @Nullable ImportId job(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return id == 0 ? null : new ImportId(id);
    }
}
