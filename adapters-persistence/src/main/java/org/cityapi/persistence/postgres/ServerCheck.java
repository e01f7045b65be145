package org.cityapi.persistence.postgres;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Collectors;
import org.cityapi.persistence.UnusableDatabase;
import org.jspecify.annotations.Nullable;

/** Opens a database once, and tells whether it can hold a register. */
final class ServerCheck {

    private static final int OLDEST = 15;
    private static final int PER_VERSION = 10_000;

    private static final String ASK = """
            SELECT current_setting('server_version_num')::integer, current_setting('server_encoding'), pg_is_in_recovery(),
              to_regclass('flyway_schema_history') IS NULL
              AND EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())
            """;

    private ServerCheck() {}

    static void run(PostgresUrl url) {
        Properties login = url.login();
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "5");
        try (Connection connection = DriverManager.getConnection(url.jdbc(), login);
                Statement statement = connection.createStatement()) {
            // As the pools will: a server, or what stands before it, may refuse that.
            statement.execute(PostgresDatabase.WRITER_SESSION);
            try (ResultSet answer = statement.executeQuery(ASK)) {
                answer.next();
                refuseUnusable(url, answer);
            }
        } catch (SQLException e) {
            throw new UnusableDatabase("unopened", url, reason(url, e));
        }
    }

    /** What the driver says, with what only the cause of it says, such as which host is not known. */
    private static String reason(PostgresUrl url, SQLException failure) {
        String told = String.valueOf(failure.getMessage());
        Throwable cause = failure.getCause();
        String more = cause instanceof UnknownHostException ? "there is no host " + cause.getMessage() : message(cause);
        String reason = more.isEmpty() || told.contains(more) ? told : told + " (" + more + ")";
        return url.strip(reason).lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String message(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }

    private static void refuseUnusable(PostgresUrl url, ResultSet answer) throws SQLException {
        int version = answer.getInt(1) / PER_VERSION;
        if (version < OLDEST) {
            throw new UnusableDatabase("old_server", url, version, OLDEST);
        }
        if (!"UTF8".equals(answer.getString(2))) {
            throw new UnusableDatabase("encoding", url, answer.getString(2));
        }
        if (answer.getBoolean(3)) {
            throw new UnusableDatabase("standby", url);
        }
        if (answer.getBoolean(4)) {
            throw new UnusableDatabase("foreign", url);
        }
    }
}
