package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.token.ApiTokenId;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.user.UserId;

/** API tokens in the table {@code api_token}. */
@Singleton
final class JdbcApiTokens implements ApiTokens {

    private static final String ADD = """
            INSERT INTO api_token (id, digest, owner_id, name, scopes, created_at, expires_at, used_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT =
            "SELECT id, owner_id, name, scopes, created_at, expires_at, used_at FROM api_token WHERE ";

    private final JdbcUnitOfWork work;

    JdbcApiTokens(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(ApiToken token, String digest) {
        work.update(Sql.of(
                        ADD,
                        token.id().value(),
                        digest,
                        token.owner().value(),
                        token.name(),
                        Columns.scopes(token.scopes()),
                        token.createdAt().toEpochMilli(),
                        token.expiresAt().toEpochMilli(),
                        Columns.millis(token.usedAt()))
                .change());
    }

    @Override
    public Optional<ApiToken> findByDigest(String digest) {
        return work.query(Sql.of(SELECT + "digest = ?", digest).row(JdbcApiTokens::token));
    }

    @Override
    public Optional<ApiToken> find(ApiTokenId id) {
        return work.query(Sql.of(SELECT + "id = ?", id.value()).row(JdbcApiTokens::token));
    }

    @Override
    public List<ApiToken> of(UserId owner) {
        return work.query(Sql.of(SELECT + "owner_id = ? ORDER BY created_at DESC, id", owner.value())
                .rows(JdbcApiTokens::token));
    }

    @Override
    public void used(ApiTokenId id, Instant at) {
        work.update(Sql.of("UPDATE api_token SET used_at = ? WHERE id = ?", at.toEpochMilli(), id.value())
                .change());
    }

    @Override
    public boolean remove(ApiTokenId id) {
        return work.update(
                        Sql.of("DELETE FROM api_token WHERE id = ?", id.value()).change())
                > 0;
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                new ApiTokenId(row.getString(1)),
                new UserId(row.getString(2)),
                row.getString(3),
                Columns.permissions(row.getString(4)),
                Columns.time(row, 5),
                Columns.time(row, 6),
                Columns.timeOrNull(row, 7));
    }
}
