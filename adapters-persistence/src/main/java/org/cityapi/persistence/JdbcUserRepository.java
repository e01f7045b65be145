package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.domain.user.UserRepository;
import org.jspecify.annotations.Nullable;

/** Users in the table {@code known_user}. */
@Singleton
final class JdbcUserRepository implements UserRepository {

    private static final String SELECT = """
            SELECT id, issuer, subject, name, email, role, decided, disabled, granted, signed_in_at FROM known_user
            """;
    private static final String UPDATE = """
            UPDATE known_user
            SET issuer = ?, subject = ?, name = ?, email = ?, role = ?, decided = ?, disabled = ?, granted = ?,
              signed_in_at = ?
            WHERE id = ?
            """;
    private static final String INSERT = """
            INSERT INTO known_user
              (issuer, subject, name, email, role, decided, disabled, granted, signed_in_at, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HAS_ADMINISTRATOR_BESIDE =
            "SELECT 1 FROM known_user WHERE role = 'ADMIN' AND NOT disabled AND id <> ? LIMIT 1";

    private final JdbcUnitOfWork work;

    JdbcUserRepository(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<User> find(UserId id) {
        return work.query(Sql.of(SELECT + "WHERE id = ?", id.value()).row(JdbcUserRepository::user));
    }

    @Override
    public void save(User user) {
        work.update(connection -> {
            int known = with(UPDATE, user).run(connection);
            return known == 0 ? with(INSERT, user).run(connection) : known;
        });
    }

    private static Statements<Integer> with(String statement, User user) {
        Account account = user.account();
        return Sql.of(
                        statement,
                        user.issuer(),
                        user.subject(),
                        user.name(),
                        user.email(),
                        account.role().name(),
                        account.decided(),
                        account.disabled(),
                        Columns.scopes(account.granted()),
                        Columns.millis(account.signedInAt()),
                        user.id().value())
                .change();
    }

    @Override
    public List<User> page(@Nullable UserId after, int limit) {
        Sql sql = Sql.of(SELECT);
        if (after != null) {
            sql.add("WHERE id > ? ", after.value());
        }
        return work.query(sql.add("ORDER BY id LIMIT ?", limit).rows(JdbcUserRepository::user));
    }

    @Override
    public boolean hasAdministratorBeside(UserId id) {
        return work.query(Sql.of(HAS_ADMINISTRATOR_BESIDE, id.value()).row(row -> true))
                .isPresent();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new Account(
                        Role.valueOf(row.getString(6)),
                        row.getBoolean(7),
                        row.getBoolean(8),
                        Columns.permissions(row.getString(9)),
                        Columns.timeOrNull(row, 10)));
    }
}
