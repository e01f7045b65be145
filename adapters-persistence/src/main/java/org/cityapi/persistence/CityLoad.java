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
 * Inserts many cities; gives their number.
 *
 * @param details in the order in which they get their ids
 */
record CityLoad(Iterator<CityDetails> details, Instant at, Dialect dialect) implements Statements<Long> {

    /** How many rows are computed at a time. */
    private static final int CHUNK = 2_000;

    @Override
    public Long run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CityRow.INSERT)) {
            CityRow.bindMaker(statement, null, at);
            long count = 0;
            // The next rows are computed by another thread while these are written.
            for (var next = nextRows(); !next.join().isEmpty(); ) {
                List<CityRow> rows = next.join();
                next = nextRows();
                for (CityRow row : rows) {
                    insert(statement, row);
                }
                count += rows.size();
            }
            return count;
        }
    }

    private CompletableFuture<List<CityRow>> nextRows() {
        List<CityDetails> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && details.hasNext()) {
            chunk.add(details.next());
        }
        return CompletableFuture.supplyAsync(
                () -> chunk.stream().map(CityRow::of).toList());
    }

    private void insert(PreparedStatement statement, CityRow row) throws SQLException {
        try {
            row.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw row.refusal(e, dialect);
        }
    }
}
