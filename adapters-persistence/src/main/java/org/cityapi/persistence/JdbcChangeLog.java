package org.cityapi.persistence;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** The change log in the table {@code city_change}. */
@Singleton
final class JdbcChangeLog implements ChangeLog {

    private static final String APPEND = """
            INSERT INTO city_change (action, city_id, version, at, by_id, via, before, after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_CITY = """
            SELECT action, city_id, version, at, by_id, via, before, after
            FROM city_change WHERE city_id = ? ORDER BY sequence
            """;
    private static final String TELLS_OF = "SELECT EXISTS (SELECT 1 FROM city_change WHERE city_id = ?)";
    private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM city_change)";

    private final JdbcUnitOfWork work;
    private final ObjectMapper json;

    JdbcChangeLog(JdbcUnitOfWork work, ObjectMapper json) {
        this.work = work;
        this.json = json;
    }

    @Override
    public void append(Change change) {
        work.update(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
                CityId city = change.city();
                UserId by = change.by();
                statement.setString(1, change.action().name());
                statement.setObject(2, city == null ? null : city.value());
                statement.setLong(3, change.version());
                statement.setLong(4, change.at().toEpochMilli());
                statement.setString(5, by == null ? null : by.value());
                statement.setString(6, change.door().name());
                statement.setString(7, write(change.before()));
                statement.setString(8, write(change.after()));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Change> of(CityId city) {
        return work.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_CITY)) {
                statement.setLong(1, city.value());
                ResultSet rows = statement.executeQuery();
                List<Change> changes = new ArrayList<>();
                while (rows.next()) {
                    changes.add(change(rows));
                }
                return changes;
            }
        });
    }

    @Override
    public boolean tellsOf(CityId city) {
        return work.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TELLS_OF)) {
                statement.setLong(1, city.value());
                ResultSet row = statement.executeQuery();
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public boolean isEmpty() {
        return work.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(IS_EMPTY)) {
                ResultSet row = statement.executeQuery();
                return row.next() && row.getBoolean(1);
            }
        });
    }

    private Change change(ResultSet row) throws SQLException {
        long city = row.getLong(2);
        String by = row.getString(5);
        return new Change(
                Action.valueOf(row.getString(1)),
                city == 0 ? null : new CityId(city),
                row.getLong(3),
                Instant.ofEpochMilli(row.getLong(4)),
                by == null ? null : new UserId(by),
                Door.valueOf(row.getString(6)),
                read(row.getString(7)),
                read(row.getString(8)));
    }

    private @Nullable String write(@Nullable CityDetails details) {
        try {
            return details == null ? null : json.writeValueAsString(StoredDetails.of(details));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CityDetails read(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : json.readValue(text, StoredDetails.class).details();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
