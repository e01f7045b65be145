package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.cityapi.persistence.UnusableDatabase;
import org.cityapi.persistence.files.ImportFolder;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.cityapi.persistence.sqlite.SqliteDatabase;

/** Where the register keeps everything; as a text, its place without a password. */
interface Database {

    /** What Flyway says where it cannot even make its own table; between the blanks it names no script. */
    String NO_SCRIPT = "Script  failed";

    /**
     * Looks whether the register can live there, and claims it where only one may have it.
     *
     * @throws UnusableDatabase when it cannot; the database is untouched then
     */
    void prepare();

    /**
     * A connection on which nobody else can write, after {@link #prepare}; without limits of time.
     *
     * @throws UnusableDatabase when others write
     */
    Connection connectAlone() throws SQLException;

    /** The settings with which Micronaut opens it. */
    Map<String, Object> properties();

    /** The settings of the folder in which files wait to be imported. */
    default Map<String, Object> importFolder() {
        return ImportFolder.temporary();
    }

    /** Whether it is seen from outside that nothing is there yet. */
    boolean isMissing();

    /** The same text for the same place, wherever the program runs. */
    default String place() {
        return toString();
    }

    /**
     * The same, where what may be a moment old is read from another server.
     *
     * @throws IllegalArgumentException saying why that cannot be
     */
    default Database readingFrom(String replica) {
        throw new IllegalArgumentException("needs a DATABASE_URL of PostgreSQL, whose replica it is");
    }

    /** Whether several registers may start on it at the same time. */
    boolean isShared();

    /** Why something failed, in one line: what was told, and the database's own words where it was not they. */
    default String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        String told = firstLine(failure);
        String more = cause == null ? "" : firstLine(cause);
        if (told.equals(NO_SCRIPT)) {
            return more;
        }
        return told.contains(more) ? told : told + " (" + more + ")";
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** One SQLite file. */
    record SqliteFile(Path file) implements Database {

        @Override
        public void prepare() {
            SqliteDatabase.check(file);
            SqliteDatabase.claim(file);
        }

        @Override
        public Connection connectAlone() throws SQLException {
            return SqliteDatabase.connect(file);
        }

        @Override
        public Map<String, Object> properties() {
            return SqliteDatabase.properties(file);
        }

        @Override
        public Map<String, Object> importFolder() {
            return ImportFolder.beside(file);
        }

        @Override
        public boolean isMissing() {
            try {
                return Files.notExists(file) || Files.size(file) == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String place() {
            return file.toAbsolutePath().normalize().toString();
        }

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * Reads {@code sqlite:data/cities.db}, {@code postgres://user:password@host:5432/cities} or the forms of JDBC.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Database of(String url) {
        if (PostgresUrl.isMeantBy(url)) {
            return new Postgres(PostgresUrl.of(url), null);
        }
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        String path = plain.startsWith("sqlite:") ? plain.substring("sqlite:".length()) : "";
        if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "must be like sqlite:data/cities.db, without options, or postgres://user:password@host:5432/cities");
        }
        try {
            return new SqliteFile(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must name a file: " + e.getReason(), e);
        }
    }
}
