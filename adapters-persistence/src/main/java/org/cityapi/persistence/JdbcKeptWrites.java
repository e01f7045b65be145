package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.idempotency.KeptWrite;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.UserId;

/** Writes that were done under a key, in the table {@code idempotency_key}. */
@Singleton
final class JdbcKeptWrites implements KeptWrites {

    private static final String FIND = """
            SELECT user_id, text, digest, made_id, at FROM idempotency_key WHERE user_id = ? AND text = ?
            """;

    private static final String ADD =
            "INSERT INTO idempotency_key (user_id, text, digest, made_id, at) VALUES (?, ?, ?, ?, ?)";

    private final JdbcUnitOfWork work;
    private final Dialect dialect;

    JdbcKeptWrites(JdbcUnitOfWork work, Dialect dialect) {
        this.work = work;
        this.dialect = dialect;
    }

    @Override
    public Optional<KeptWrite> find(IdempotencyKey key) {
        return work.query(Sql.of(FIND, key.caller().value(), key.text()).row(JdbcKeptWrites::write));
    }

    @Override
    public void add(KeptWrite write) {
        Statements<Integer> add = Sql.of(
                        ADD,
                        write.key().caller().value(),
                        write.key().text(),
                        write.digest(),
                        write.made(),
                        write.at().toEpochMilli())
                .change();
        work.update(connection -> {
            try {
                return add.run(connection);
            } catch (SQLException e) {
                if (dialect.isDuplicate(e)) {
                    throw new Rejection.StillRunning();
                }
                throw e;
            }
        });
    }

    @Override
    public void forget(Instant before) {
        work.update(Sql.of("DELETE FROM idempotency_key WHERE at < ?", before.toEpochMilli())
                .change());
    }

    private static KeptWrite write(ResultSet row) throws SQLException {
        return new KeptWrite(
                new IdempotencyKey(new UserId(row.getString(1)), row.getString(2)),
                row.getString(3),
                row.getLong(4),
                Columns.time(row, 5));
    }
}
