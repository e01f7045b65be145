package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.user.UserId;

/** Sessions in the table {@code browser_session}. */
@Singleton
final class JdbcSessions implements Sessions {

    private static final String ADD = """
            INSERT INTO browser_session (id, user_id, provider, granted, client, started_at, used_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT =
            "SELECT id, user_id, provider, granted, client, started_at, used_at FROM browser_session ";
    private static final String DELETE = "DELETE FROM browser_session WHERE ";

    private final JdbcUnitOfWork work;

    JdbcSessions(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(Session session) {
        work.update(Sql.of(
                        ADD,
                        session.id().value(),
                        session.user().value(),
                        session.provider(),
                        Columns.scopes(session.granted()),
                        session.client(),
                        session.startedAt().toEpochMilli(),
                        session.usedAt().toEpochMilli())
                .change());
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return work.query(Sql.of(SELECT + "WHERE id = ?", id.value()).row(JdbcSessions::session));
    }

    @Override
    public List<Session> of(UserId user) {
        return work.query(Sql.of(SELECT + "WHERE user_id = ? ORDER BY used_at DESC, id", user.value())
                .rows(JdbcSessions::session));
    }

    @Override
    public void used(SessionId id, Instant at) {
        work.update(Sql.of("UPDATE browser_session SET used_at = ? WHERE id = ?", at.toEpochMilli(), id.value())
                .change());
    }

    @Override
    public boolean end(SessionId id) {
        return work.update(Sql.of(DELETE + "id = ?", id.value()).change()) > 0;
    }

    @Override
    public int endAllBut(UserId user, SessionId kept) {
        return work.update(Sql.of(DELETE + "user_id = ? AND id <> ?", user.value(), kept.value())
                .change());
    }

    @Override
    public int endAll(UserId user) {
        return work.update(Sql.of(DELETE + "user_id = ?", user.value()).change());
    }

    @Override
    public int forget(Instant startedBefore, Instant usedBefore) {
        return work.update(Sql.of(
                        DELETE + "started_at < ? OR used_at < ?",
                        startedBefore.toEpochMilli(),
                        usedBefore.toEpochMilli())
                .change());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getString(1)),
                new UserId(row.getString(2)),
                row.getString(3),
                Columns.permissions(row.getString(4)),
                row.getString(5),
                Columns.time(row, 6),
                Columns.time(row, 7));
    }
}
