package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the program from starting is told in one line, and leaves everything as it was. */
class CannotStartIT {

    @TempDir
    Path folder;

    private static void refuses(CityApiJar jar, String... reason) {
        RunningJar ended = jar.start();
        assertThat(ended.awaitEnd()).isEqualTo(1);
        assertThat(ended.output().lines())
                .as(ended.output())
                .singleElement()
                .asString()
                .startsWith("City API cannot start: ")
                .contains(reason);
    }

    private CityApiJar jar() {
        return CityApiJar.in(folder).with("CITY_SEED", "none");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 80a",
        "BIND_ADDRESS, 0.0.0.0",
        "PUBLIC_URL, https://cities.example",
        "TRUSTED_PROXIES, 10.0.0.1",
        "SENTRY_DSN, https://a@sentry.example/1"
    })
    void aBadSettingIsNamed(String name, String value) {
        refuses(jar().with(name, value), name);
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = Integer.toString(taken.getLocalPort());
            refuses(jar().with("PORT", port), "Port " + port, "set PORT");
        }
    }

    @Test
    void theTakenPortOfTheLocalProviderIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = Integer.toString(taken.getLocalPort() - 1);
            refuses(jar().with("PORT", port), "Port " + taken.getLocalPort(), "identity provider", "set PORT");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aLineOfTheEnvFileThatIsNoSettingIsTold() throws Exception {
        Files.writeString(folder.resolve(".env"), "# mine\nPORT 8080\n");
        refuses(jar(), ".env", "line 2");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Path file = folder.resolve("notes.db");
        Files.writeString(file, "no database, but somebody's notes\n".repeat(300));
        String before = Files.readString(file);
        refuses(jar().with("DATABASE_URL", "sqlite:notes.db"), "notes.db", "not an SQLite database");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aReadOnlyDatabaseIsNamed() throws Exception {
        jar().start().awaitReady().close();
        Path file = folder.resolve("data/cities.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refuses(jar(), "cities.db", "read-only");
    }

    @Test
    void aDatabaseOfAnotherBuildIsNamed() throws Exception {
        jar().start().awaitReady().close();
        try (Connection connection = connect()) {
            connection.createStatement().executeUpdate("UPDATE flyway_schema_history SET checksum = 1");
        }
        refuses(jar(), "cities.db", "cannot be migrated");
    }

    @Test
    void aServerThatCannotBeReachedIsNamedWithoutThePassword() {
        refusesDatabase("postgres://me:hunter2@localhost:1/cities", "postgresql://localhost:1/cities", "refused");
        refusesDatabase(
                "jdbc:postgresql://nowhere.invalid/cities?user=me&password=hunter2&sslpassword=hunter2",
                "postgresql://nowhere.invalid/cities cannot be opened",
                "no host nowhere.invalid");
        refusesDatabase("postgres://me@localhost:1/cities?hunter2=a", "DATABASE_URL", "a parameter that cannot be set");
    }

    private void refusesDatabase(String url, String... reason) {
        CityApiJar jar = jar().with("DATABASE_URL", url);
        refuses(jar, reason);
        assertThat(folder.resolve("output-" + jar.port() + ".log")).content().doesNotContain("hunter2", "hunt");
    }

    @Test
    void aDatabaseThatTheServerDoesNotHaveIsNamed() {
        refusesDatabase(PostgresServer.newAddress().replaceFirst("/[^/]+$", "/nowhere"), "/nowhere", "does not exist");
    }

    @Test
    void whyADatabaseCannotBeMigratedIsTold() throws Exception {
        String address = PostgresServer.newAddress();
        PostgresUrl url = PostgresUrl.of(address);
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            String name = address.replaceFirst(".*/", "");
            connection
                    .createStatement()
                    .executeUpdate("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        }
        refusesDatabase(address, "cannot be migrated", "read-only transaction");
    }

    @Test
    void aUserWhoMayMakeNoTablesIsToldSo() throws Exception {
        String address = PostgresServer.newAddress();
        PostgresUrl url = PostgresUrl.of(address);
        String nobody = "nobody_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + nobody + " LOGIN PASSWORD 'hunter2'");
            try {
                refusesDatabase(
                        address.replaceFirst("//[^@]*@", "//" + nobody + ":hunter2@"),
                        "cannot be migrated: ERROR: permission denied for schema public");
            } finally {
                statement.execute("DROP ROLE " + nobody);
            }
        }
    }

    @Test
    void aDatabaseThatAnotherProgramWritesToIsNamed() throws Exception {
        jar().start().awaitReady().close();
        try (Connection connection = connect()) {
            connection.createStatement().executeUpdate("BEGIN EXCLUSIVE");
            refuses(jar().with("CITY_SEED", "cities15000"), "cities.db");
        }
    }

    @Test
    void aDatabaseThatAnotherRegisterServesIsNamed() {
        try (RunningJar first = jar().start().awaitReady()) {
            RunningJar second = jar().start();
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output()).contains("cities.db is in use by another City API");
            assertThat(first.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/cities.db"));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        refuses(jar(), "data");
    }
}
