package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.domain.user.UserRepository;

/** Users in the table {@code known_user}. */
@Singleton
final class JdbcUserRepository implements UserRepository {

    private static final String FIND = "SELECT id, issuer, subject, name, email, role FROM known_user WHERE id = ?";
    private static final String SAVE = """
            INSERT INTO known_user (id, issuer, subject, name, email, role) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET issuer = excluded.issuer, subject = excluded.subject, name = excluded.name, email = excluded.email,
              role = excluded.role
            """;

    private final JdbcUnitOfWork work;

    JdbcUserRepository(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<User> find(UserId id) {
        return work.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, id.value());
                ResultSet row = statement.executeQuery();
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new User(
                        new UserId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Role.valueOf(row.getString(6))));
            }
        });
    }

    @Override
    public void save(User user) {
        work.update(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
                statement.setString(1, user.id().value());
                statement.setString(2, user.issuer());
                statement.setString(3, user.subject());
                statement.setString(4, user.name());
                statement.setString(5, user.email());
                statement.setString(6, user.role().name());
                return statement.executeUpdate();
            }
        });
    }
}
