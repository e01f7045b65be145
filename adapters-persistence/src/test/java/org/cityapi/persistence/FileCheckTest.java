package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.cityapi.persistence.sqlite.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {

    @TempDir
    Path folder;

    private void refuses(Path file, String reason) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SqliteDatabase.check(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void garbageIsNoDatabase() throws IOException {
        Path file = folder.resolve("cities.db");
        Files.write(file, "no database at all, just some text".repeat(200).getBytes(StandardCharsets.UTF_8));
        refuses(file, "no SQLite database");
    }

    @Test
    void aTruncatedRegisterIsDamaged() throws IOException {
        Path file = folder.resolve("cities.db");
        OnSqlite.open(file).close();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.deleteIfExists(folder.resolve("cities.db-wal"));
        Files.deleteIfExists(folder.resolve("cities.db-shm"));
        refuses(file, "damaged");
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws Exception {
        Path file = folder.resolve("cities.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("CREATE TABLE theirs (id INTEGER)");
        }
        refuses(file, "another program");
    }

    @Test
    void aReadOnlyFileIsRefusedEvenForRoot() throws IOException {
        Path file = folder.resolve("cities.db");
        OnSqlite.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refuses(file, "read-only");
    }

    @Test
    void missingFoldersAreMade() {
        Path file = folder.resolve("a/b/cities.db");
        SqliteDatabase.check(file);
        assertThat(file.getParent()).isDirectory();
    }
}
