package org.cityapi.persistence.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.cityapi.persistence.UnusableDatabase;
import org.sqlite.SQLiteErrorCode;

/** Reads a file that is there, without a trace, and tells whether it holds a register that this program can open. */
final class ContentCheck {

    /** "City", in the file since the first migration. */
    private static final int APPLICATION_ID = 0x43697479;

    /** The newest of the migrations beside this program. */
    private static final int SCHEMA = 15;

    /** How every SQLite database begins (https://sqlite.org/fileformat.html). */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final String FOREIGN_TABLES =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND tbl_name <> 'flyway_schema_history'";
    private static final String HAS_HISTORY =
            "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'flyway_schema_history' AND type = 'table'";
    private static final String NEWEST = "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history";
    private static final String FAILED = NEWEST + " WHERE success = 0";

    private ContentCheck() {}

    static void run(Path file) throws IOException {
        if (!beginsLikeSqlite(file)) {
            throw new UnusableDatabase("no_sqlite", file);
        }
        Path log = FileCheck.beside(file, "-wal");
        Path index = FileCheck.beside(file, "-shm");
        // Without a log the file is whole, and "immutable" reads it without making a log and its index beside it.
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri()
                + (Files.exists(log) ? "?mode=ro" : "?mode=ro&immutable=1");
        boolean indexIsNew = Files.notExists(index);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            check(file, statement);
        } catch (SQLException e) {
            deleteIf(indexIsNew, index);
            throw unusable(file, e);
        } catch (UnusableDatabase refused) {
            deleteIf(indexIsNew, index);
            throw refused;
        }
    }

    /** The index of a log can always be made again; a file that is accepted has use for it at once. */
    private static void deleteIf(boolean isNew, Path index) throws IOException {
        if (isNew) {
            Files.deleteIfExists(index);
        }
    }

    private static void check(Path file, Statement statement) throws SQLException {
        if (number(statement, "PRAGMA application_id") != APPLICATION_ID && number(statement, FOREIGN_TABLES) > 0) {
            throw new UnusableDatabase("foreign", file);
        }
        try (ResultSet verdict = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!verdict.next() || !"ok".equals(verdict.getString(1))) {
                throw damaged(file);
            }
        }
        if (number(statement, HAS_HISTORY) == 0) {
            return;
        }
        int failed = number(statement, FAILED);
        if (failed > 0) {
            throw new UnusableDatabase("half_migrated", file, failed);
        }
        int newest = number(statement, NEWEST);
        if (newest > SCHEMA) {
            throw new UnusableDatabase("newer", file, newest, SCHEMA);
        }
    }

    private static UnusableDatabase unusable(Path file, SQLException failure) {
        int code = failure.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
            return new UnusableDatabase("locked", file);
        }
        boolean damaged = code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
        return damaged ? damaged(file) : new UnusableDatabase("unopened", file, String.valueOf(failure.getMessage()));
    }

    private static UnusableDatabase damaged(Path file) {
        return new UnusableDatabase("damaged", file);
    }

    private static boolean beginsLikeSqlite(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
