package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cityapi.domain.city.CityDetails;

/**
 * Many cities that are put into the table at once.
 *
 * @param details in the order in which they get their ids
 * @param at when they come into being
 */
public record CityLoad(Iterator<CityDetails> details, Instant at) {

    /** How many rows are computed at a time. */
    private static final int CHUNK = 2_000;

    /** Takes one row. */
    @FunctionalInterface
    public interface Row {

        void take(CityRow row) throws SQLException;
    }

    /** Hands all rows over, one by one; gives their number. */
    public long each(Row target) throws SQLException {
        long count = 0;
        // The next rows are computed by another thread while these are written.
        for (var next = nextRows(); !next.join().isEmpty(); ) {
            List<CityRow> rows = next.join();
            next = nextRows();
            for (CityRow row : rows) {
                target.take(row);
            }
            count += rows.size();
        }
        return count;
    }

    private CompletableFuture<List<CityRow>> nextRows() {
        List<CityDetails> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && details.hasNext()) {
            chunk.add(details.next());
        }
        return CompletableFuture.supplyAsync(
                () -> chunk.stream().map(CityRow::of).toList());
    }

    /** Inserts all of them; gives their number. */
    public long insert(Connection connection, Dialect dialect) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CityRow.INSERT)) {
            CityRow.bindMaker(statement, null, at);
            return each(row -> {
                try {
                    row.bind(statement);
                    statement.executeUpdate();
                } catch (SQLException e) {
                    throw row.refusal(e, dialect);
                }
            });
        }
    }
}
