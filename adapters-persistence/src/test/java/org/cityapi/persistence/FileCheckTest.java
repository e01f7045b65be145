package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCheckTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("cities.db");
    }

    @Test
    void garbageIsNoDatabase() throws IOException {
        Files.write(file, "no database at all, just some text".repeat(200).getBytes(StandardCharsets.UTF_8));
        refuses("not an SQLite database");
    }

    @Test
    void aTruncatedRegisterIsDamaged() throws IOException {
        OnSqlite.open(file).close();
        truncate(file);
        refuses("damaged");
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws SQLException, IOException {
        try (Connection connection = OnSqlite.connect(file, "nobody")) {
            OnSqlite.execute(connection, "CREATE TABLE theirs (id INTEGER)");
        }
        refuses("another program");
    }

    @Test
    void anotherProgramsLogIsLeftAlone() throws SQLException, IOException {
        Path live = folder.resolve("live.db");
        try (Connection connection = OnSqlite.connect(live, "writer")) {
            OnSqlite.execute(connection, "CREATE TABLE theirs (id INTEGER)");
            copyWhileInUse(live);
        }
        refuses("another program");
    }

    @Test
    void aRegisterOfANewerProgramIsRefused() throws SQLException, IOException {
        pretendNext("1");
        refuses("is newer than this program");
    }

    @Test
    void aRegisterWhoseMigrationFailedIsRefused() throws SQLException, IOException {
        pretendNext("0");
        refuses("failed");
    }

    /** Also tells whether the check knows the newest migration of this program. */
    @Test
    void aRegisterOfThisProgramIsAcceptedWithoutATrace() throws IOException {
        OnSqlite.open(file).close();
        Map<Path, String> before = contents();
        SqliteDatabase.check(file);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aRegisterWhoseProgramWasKilledIsAccepted() throws IOException {
        Path live = folder.resolve("live.db");
        try (var context = OnSqlite.open(live)) {
            OnSqlite.emptied(context);
            copyWhileInUse(live);
        }
        assertThatCode(() -> SqliteDatabase.check(file)).doesNotThrowAnyException();
        try (var context = OnSqlite.open(file)) {
            assertThat(OnSqlite.ports(context).cities().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cities.db", "cities.db-wal", "cities.db-shm"})
    void aReadOnlyFileIsRefusedEvenForRoot(String name) throws IOException {
        OnSqlite.open(file).close();
        Path readOnly = folder.resolve(name);
        if (Files.notExists(readOnly)) {
            Files.createFile(readOnly);
        }
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r--r--r--"));
        refuses(name + " is read-only");
    }

    @Test
    void aReadOnlyFolderIsRefusedEvenForRoot() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatThrownBy(() -> SqliteDatabase.check(readOnly.resolve("cities.db")))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessage("The folder " + readOnly + " of the database is not writable.");
    }

    @Test
    void aFolderIsNoDatabase() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> SqliteDatabase.check(file))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageEndingWith("is a folder.");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.createFile(file);
        assertThatThrownBy(() -> SqliteDatabase.check(file.resolve("cities.db")))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageEndingWith("cannot be made.");
    }

    @Test
    void missingFoldersAreMade() {
        Path deep = folder.resolve("a/b/cities.db");
        SqliteDatabase.check(deep);
        assertThat(deep.getParent()).isEmptyDirectory();
    }

    private void refuses(String reason) throws IOException {
        Map<Path, String> before = contents();
        assertThatThrownBy(() -> SqliteDatabase.check(file))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.toString());
        assertThat(contents()).isEqualTo(before);
    }

    /** All that stands in the folder, byte for byte. */
    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.toList()) {
                contents.put(each, Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    /** A history that goes on from the last migration. */
    private void pretendNext(String success) throws SQLException {
        OnSqlite.open(file).close();
        try (Connection connection = OnSqlite.connect(file, "nobody")) {
            OnSqlite.execute(connection, """
                    INSERT INTO flyway_schema_history
                    SELECT installed_rank + 1, version + 1, 'later', type, 'V0__later.sql', 0, installed_by,
                      installed_on, 1, %s
                    FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1
                    """.formatted(success));
        }
    }

    /** Copies a database with its log, but without the log's index. */
    private void copyWhileInUse(Path live) throws IOException {
        Files.copy(live, file);
        Files.copy(folder.resolve("live.db-wal"), folder.resolve("cities.db-wal"));
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }
}
