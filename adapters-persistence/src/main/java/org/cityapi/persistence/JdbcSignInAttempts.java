package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.cityapi.domain.session.SignInAttempt;
import org.cityapi.domain.session.SignInAttempts;

/** Sign-ins under way in the table {@code sign_in_attempt}. */
@Singleton
final class JdbcSignInAttempts implements SignInAttempts {

    private static final String ADD = """
            INSERT INTO sign_in_attempt (state, browser, provider, nonce, verifier, target, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** One statement: between a look and a deletion another could look, too. */
    private static final String TAKE = """
            DELETE FROM sign_in_attempt WHERE state = ? AND browser = ?
            RETURNING state, browser, provider, nonce, verifier, target, started_at
            """;

    private final JdbcUnitOfWork work;

    JdbcSignInAttempts(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(SignInAttempt attempt) {
        work.update(Sql.of(
                        ADD,
                        attempt.state(),
                        attempt.browser(),
                        attempt.provider(),
                        attempt.nonce(),
                        attempt.verifier(),
                        attempt.target(),
                        attempt.startedAt().toEpochMilli())
                .change());
    }

    @Override
    public Optional<SignInAttempt> take(String state, String browser) {
        return work.update(Sql.of(TAKE, state, browser).row(JdbcSignInAttempts::attempt));
    }

    @Override
    public boolean isAnyOf(String browser, Instant startedAfter) {
        return work.query(Sql.of(
                                "SELECT 1 FROM sign_in_attempt WHERE browser = ? AND started_at > ? LIMIT 1",
                                browser,
                                startedAfter.toEpochMilli())
                        .row(row -> true))
                .isPresent();
    }

    @Override
    public void forget(Instant startedBefore) {
        work.update(Sql.of("DELETE FROM sign_in_attempt WHERE started_at < ?", startedBefore.toEpochMilli())
                .change());
    }

    private static SignInAttempt attempt(ResultSet row) throws SQLException {
        return new SignInAttempt(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Columns.time(row, 7));
    }
}
