package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.Test;

/** What is said of a database of PostgreSQL before a register is opened in it. */
class ServerCheckTest {

    private static Connection connect(PostgresUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    private static void refuses(PostgresUrl url, String... reasons) {
        assertThatThrownBy(() -> PostgresDatabase.check(url))
                .isInstanceOf(UnusableDatabase.class)
                .message()
                .contains(reasons)
                .doesNotContain("secret");
    }

    @Test
    void anEmptyDatabaseAndARegisterAreTaken() {
        PostgresUrl url = PostgresServer.newDatabase();
        assertThatCode(() -> PostgresDatabase.check(url)).doesNotThrowAnyException();
        try (ApplicationContext context = OnPostgres.open(url)) {
            assertThatCode(() -> PostgresDatabase.check(url)).doesNotThrowAnyException();
        }
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws SQLException {
        PostgresUrl url = PostgresServer.newDatabase();
        try (Connection connection = connect(url)) {
            OnSqlite.execute(connection, "CREATE TABLE notes (text text)");
        }
        refuses(url, "belongs to another program");
    }

    @Test
    void otherEncodingsAreRefused() {
        PostgresUrl latin = PostgresServer.newDatabase("latin", "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        refuses(latin, "has the encoding LATIN1", "ENCODING 'UTF8'");
    }

    @Test
    void whatCannotBeOpenedIsNamedWithoutItsPassword() {
        PostgresUrl url = PostgresServer.newDatabase();
        refuses(PostgresServer.named(url, "nowhere"), "/nowhere", "cannot be opened", "does not exist");
        refuses(PostgresUrl.of("postgres://me:secret@localhost:1/cities"), "localhost:1/cities", "cannot be opened");
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        refuses(
                PostgresUrl.of("postgres://me:secret@nowhere.invalid/cities?sslpassword=secret"),
                "cannot be opened",
                "there is no host nowhere.invalid");
    }
}
