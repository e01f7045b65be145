package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that an older program made goes on with what is in it. */
class MigrationTest {

    private static final String ISSUER = "https://issuer.example";

    @TempDir
    private Path folder;

    @Test
    void theUsersOfTheFirstSchemaKeepTheirRoles() throws SQLException {
        Path file = folder.resolve("cities.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file.toUri(), null, null)
                .locations("classpath:db/migration/sqlite")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = OnSqlite.connect(file, "writer")) {
            assertThat(OnSqlite.value(connection, "SELECT max(version) FROM flyway_schema_history"))
                    .isEqualTo("1");
            for (Role role : Role.values()) {
                OnSqlite.execute(connection, """
                        INSERT INTO known_user (id, issuer, subject, name, email, role)
                        VALUES ('%s', '%s', '%s', 'Ada', 'ada@example.org', '%s')
                        """.formatted(
                                user(role).id().value(), ISSUER, user(role).subject(), role.name()));
            }
        }
        try (var context = OnSqlite.open(file)) {
            Ports ports = OnSqlite.ports(context);
            for (Role role : Role.values()) {
                assertThat(ports.users().find(user(role).id())).contains(user(role));
            }
            assertThat(ports.users().page(null, 9)).hasSize(3);
        }
    }

    /** Whoever has a role of that time was given it by somebody. */
    private static User user(Role role) {
        return User.first(new Identity(ISSUER, role.name().toLowerCase(Locale.ROOT), "Ada", "ada@example.org"))
                .with(new Account(role, role != Role.VIEWER, false, Set.of(), null));
    }
}
