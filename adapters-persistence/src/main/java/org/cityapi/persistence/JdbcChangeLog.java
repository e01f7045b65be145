package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** The change log in the table {@code city_change}. */
@Singleton
final class JdbcChangeLog implements ChangeLog, ChangedCities {

    private static final List<String> COLUMNS =
            List.of("action", "city_id", "version", "at", "by_id", "via", "\"before\"", "after");
    private static final String SELECT =
            "SELECT action, city_id, version, at, by_id, via, \"before\", after, sequence FROM city_change ";
    static final String LATEST = SELECT + "WHERE city_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?";
    private static final String DELETIONS = SELECT + """
            WHERE action = 'DELETE' AND sequence < ? AND NOT EXISTS
              (SELECT 1 FROM city_change AS later
               WHERE later.city_id = city_change.city_id AND later.sequence > city_change.sequence)
            ORDER BY sequence DESC LIMIT ?
            """;
    private static final String OF_VERSION = SELECT + "WHERE city_id = ? AND version = ? LIMIT 1";
    private static final String FIRST = SELECT + "WHERE sequence IN (SELECT min(sequence) FROM city_change WHERE ";
    private static final String AFTER = SELECT + "WHERE sequence > ? ORDER BY sequence LIMIT ?";
    private static final String BEFORE = SELECT + "WHERE sequence < ? ORDER BY sequence DESC LIMIT ?";
    private static final String CHANGED =
            "SELECT sequence, city_id FROM city_change WHERE sequence > ? ORDER BY sequence LIMIT ?";
    private static final String LAST = "SELECT coalesce(max(sequence), 0) FROM city_change";
    private static final String ENTRY = "SELECT sequence, at, city_id, version FROM city_change WHERE sequence = ?";
    private static final String TELLS_OF = "SELECT EXISTS (SELECT 1 FROM city_change WHERE city_id = ?)";
    private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM city_change)";

    private static final String TABLE = "city_change";

    private final JdbcUnitOfWork work;
    private final Dialect dialect;
    private final JsonColumns json;

    JdbcChangeLog(JdbcUnitOfWork work, Dialect dialect, JsonColumns json) {
        this.work = work;
        this.dialect = dialect;
        this.json = json;
    }

    @Override
    public void append(Change change) {
        work.update(connection -> {
            // A single row is not worth the beginning of a copy.
            List<@Nullable Object[]> row = List.<@Nullable Object[]>of(values(change));
            new Rows(TABLE, COLUMNS, row).insert(connection);
            return change;
        });
    }

    @Override
    public Runnable appending(List<Change> changes) {
        CompletableFuture<List<@Nullable Object[]>> rows = CompletableFuture.supplyAsync(
                () -> changes.stream().map(this::values).toList());
        return () -> work.update(connection -> {
            dialect.insert(connection, new Rows(TABLE, COLUMNS, rows.join()));
            return changes.size();
        });
    }

    private @Nullable Object[] values(Change change) {
        CityId city = change.city();
        UserId by = change.by();
        return new @Nullable Object[] {
            change.action().name(),
            city == null ? null : city.value(),
            change.version(),
            change.at().toEpochMilli(),
            by == null ? null : by.value(),
            change.door().name(),
            json.write(change.before()),
            json.write(change.after())
        };
    }

    @Override
    public List<LoggedChange> latest(CityId city, long before, int max) {
        return work.query(Sql.of(LATEST, city.value(), before, max).rows(this::logged));
    }

    @Override
    public List<LoggedChange> find(ChangeFilter filter, long before, int max) {
        Sql find = Sql.of(SELECT + "WHERE sequence < ?", before).add(ChangeConditions.of(filter));
        return work.query(find.add(" ORDER BY sequence DESC LIMIT ?", max).rows(this::logged));
    }

    @Override
    public List<LoggedChange> deletions(long before, int max) {
        return work.query(Sql.of(DELETIONS, before, max).rows(this::logged));
    }

    @Override
    public Optional<Change> ofVersion(CityId city, long version) {
        return work.query(Sql.of(OF_VERSION, city.value(), version).row(this::change));
    }

    @Override
    public Map<CityId, Change> firstOf(Collection<CityId> cities) {
        if (cities.isEmpty()) {
            return Map.of();
        }
        Set<Long> ids = cities.stream().map(CityId::value).collect(Collectors.toSet());
        Sql sql = Sql.of(FIRST).addIn("city_id", ids).add(" GROUP BY city_id)");
        return work.query(sql.rows(row -> Map.entry(new CityId(row.getLong(2)), change(row)))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<LoggedChange> after(long sequence, int max) {
        return work.query(Sql.of(AFTER, sequence, max).rows(this::logged));
    }

    @Override
    public List<LoggedChange> before(long sequence, int max) {
        return work.query(Sql.of(BEFORE, sequence, max).rows(this::logged));
    }

    @Override
    public List<Changed> changedAfter(long sequence, int max) {
        return work.query(
                Sql.of(CHANGED, sequence, max).rows(row -> new Changed(row.getLong(1), city(row.getLong(2)))));
    }

    @Override
    public long last() {
        return work.query(Sql.of(LAST)::number);
    }

    @Override
    public Optional<Entry> entry(long sequence) {
        return work.query(Sql.of(ENTRY, sequence)
                .row(row -> new Entry(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))));
    }

    @Override
    public boolean tellsOf(CityId city) {
        return yes(Sql.of(TELLS_OF, city.value()));
    }

    @Override
    public boolean isEmpty() {
        return yes(Sql.of(IS_EMPTY));
    }

    private boolean yes(Sql question) {
        return work.query(question.row(row -> row.getBoolean(1))).orElseThrow();
    }

    private LoggedChange logged(ResultSet row) throws SQLException {
        return new LoggedChange(row.getLong(9), change(row));
    }

    private Change change(ResultSet row) throws SQLException {
        String by = row.getString(5);
        return new Change(
                Action.valueOf(row.getString(1)),
                city(row.getLong(2)),
                row.getLong(3),
                Columns.time(row, 4),
                by == null ? null : new UserId(by),
                Door.valueOf(row.getString(6)),
                json.details(row.getString(7)),
                json.details(row.getString(8)));
    }

    private static @Nullable CityId city(long id) {
        return id == 0 ? null : new CityId(id);
    }
}
