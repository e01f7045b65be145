package org.cityapi.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a file before it is opened for good; what cannot be used is left as it is. */
final class FileCheck {

    /** Written by the first migration. */
    private static final int APPLICATION_ID = 1_130_984_569;

    private static final Set<PosixFilePermission> WRITABLE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private FileCheck() {}

    static void run(Path file) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
            Files.createDirectories(folder);
            if (Files.isDirectory(file)) {
                throw new UnusableFile("The database " + file + " is a folder.");
            }
            if (!isWritable(folder)) {
                throw new UnusableFile("The folder " + folder + " of the database is not writable.");
            }
            if (Files.exists(file) && Files.size(file) > 0) {
                checkContentWithoutTrace(file);
            }
        } catch (IOException e) {
            throw new UnusableFile("The folder of the database " + file + " cannot be made or read.");
        }
    }

    /** Reading a database in WAL mode makes files beside it; a file that is refused is left without those. */
    private static void checkContentWithoutTrace(Path file) throws IOException {
        List<Path> made = Stream.of("-wal", "-shm")
                .map(ending -> file.resolveSibling(file.getFileName() + ending))
                .filter(Files::notExists)
                .toList();
        try {
            checkContent(file);
        } catch (UnusableFile refused) {
            for (Path beside : made) {
                Files.deleteIfExists(beside);
            }
            throw refused;
        }
    }

    private static void checkContent(Path file) throws IOException {
        if (!isWritable(file)) {
            throw new UnusableFile("The database " + file + " is read-only.");
        }
        // Read-only, so that a file which turns out to be no database stays as it is, byte for byte.
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=ro";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (number(statement, "PRAGMA application_id") != APPLICATION_ID
                    && number(statement, "SELECT count(*) FROM sqlite_schema") > 0) {
                throw new UnusableFile("The database " + file + " belongs to another program.");
            }
            ResultSet verdict = statement.executeQuery("PRAGMA quick_check(1)");
            if (!verdict.next() || !"ok".equals(verdict.getString(1))) {
                throw new UnusableFile("The database " + file + " is damaged; restore it from a backup.");
            }
        } catch (SQLException e) {
            throw new UnusableFile("The database " + file + " is damaged or no SQLite database.");
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        ResultSet row = statement.executeQuery(sql);
        return row.next() ? row.getInt(1) : 0;
    }

    /** The permissions count even for root, who could write all the same. */
    private static boolean isWritable(Path path) throws IOException {
        if (!Files.isWritable(path)) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(WRITABLE::contains);
        } catch (UnsupportedOperationException notPosix) {
            return true;
        }
    }
}
