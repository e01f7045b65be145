package org.cityapi.persistence.sqlite;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.Sql;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's statements and result codes (https://sqlite.org/rescode.html). */
@Singleton
@Requires(property = Dialect.PROPERTY, value = SqliteDatabase.NAME)
final class SqliteDialect implements Dialect {

    private static final int PRIMARY = 0xFF;

    private static final Set<SQLiteErrorCode> UNAVAILABLE = EnumSet.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOTADB,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_PROTOCOL);

    private static final Set<SQLiteErrorCode> HELD =
            EnumSet.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED);

    private static final Set<SQLiteErrorCode> DUPLICATES =
            EnumSet.of(SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE, SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);

    /** SQLite itself lets one write at a time; among ours it need not find out. */
    @Override
    public int writers() {
        return SqliteDatabase.WRITERS;
    }

    @Override
    public boolean takesOneWriteAtATime() {
        return true;
    }

    @Override
    public int searches() {
        return SqliteDatabase.READERS / 2;
    }

    @Override
    public int exports() {
        return SqliteDatabase.EXPORTS;
    }

    /**
     * Takes the write lock at once: a transaction that took it later, after a read, might find that read outdated. How long
     * it waits is a setting of the pool.
     */
    @Override
    public String beginWrite(long patience) {
        return "BEGIN IMMEDIATE";
    }

    /** In WAL mode a reader sees the state of its first statement until it ends. */
    @Override
    public String beginRead() {
        return "BEGIN";
    }

    /** A cross join is done in the order in which it is written (https://sqlite.org/optoverview.html, 8.2). */
    @Override
    public String lookups(String small, String large, String condition) {
        return small + " CROSS JOIN " + large + " WHERE " + condition;
    }

    /**
     * To sort all keys of an index at once takes half the time of putting each in its place. The pages of the table, and of
     * its indexes where they are kept, are at hand meanwhile.
     */
    @Override
    public Ending manyWrites(Connection connection, boolean isEmpty) throws SQLException {
        pragma(connection, "cache_size = " + SqliteDatabase.LARGE_CACHE);
        Ending indexes = isEmpty ? IndexesLast.drop(connection, "city") : succeeded -> {};
        return succeeded -> {
            try {
                indexes.run(succeeded);
            } finally {
                pragma(connection, "cache_size = " + SqliteDatabase.CACHE);
            }
        };
    }

    private static void pragma(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting);
        }
    }

    @Override
    public long[] nextNumbers(Connection connection, String table, int waiting, int count) throws SQLException {
        long last = lastNumber(connection, table) + waiting;
        return LongStream.rangeClosed(last + 1, last + count).toArray();
    }

    @Override
    public long lastNumber(Connection connection, String table) throws SQLException {
        return Sql.of("SELECT seq FROM sqlite_sequence WHERE name = ?", table).number(connection);
    }

    /** A table for which no row tells a number begins with 1. */
    @Override
    public void continueAfter(Connection connection, String table, long number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM sqlite_sequence WHERE name = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)")) {
            delete.setString(1, table);
            delete.executeUpdate();
            insert.setString(1, table);
            insert.setLong(2, number);
            insert.executeUpdate();
        }
    }

    @Override
    public boolean isUnavailable(SQLException failure) {
        return failure instanceof SQLiteException sqlite && UNAVAILABLE.contains(primaryCode(sqlite));
    }

    @Override
    public boolean isHeld(SQLException failure) {
        return failure instanceof SQLiteException sqlite && HELD.contains(primaryCode(sqlite));
    }

    /** A library in this process always answers. */
    @Override
    public boolean isBroken(SQLException failure) {
        return false;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure instanceof SQLiteException sqlite && DUPLICATES.contains(sqlite.getResultCode());
    }

    private static SQLiteErrorCode primaryCode(SQLiteException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & PRIMARY);
    }
}
