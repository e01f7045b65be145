package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.session.SignInAttempts;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.user.UserRepository;
import org.cityapi.persistence.sqlite.SqliteDatabase;

/** The ports over an SQLite file, and the file without them. */
public final class OnSqlite {

    private static final List<String> TABLES = List.of(
            "city",
            "city_change",
            "known_user",
            "browser_session",
            "sign_in_attempt",
            "api_token",
            "idempotency_key",
            "import_job",
            "import_row",
            "import_draft");

    private OnSqlite() {}

    public static ApplicationContext open(Path file) {
        SqliteDatabase.check(file);
        return ApplicationContext.builder()
                .environmentPropertySource(false)
                .properties(SqliteDatabase.properties(file))
                .start();
    }

    static Ports ports(ApplicationContext context) {
        return new Ports(
                context.getBean(UnitOfWork.class),
                context.getBean(CityRepository.class),
                context.getBean(ManyCities.class),
                context.getBean(CitySearch.class),
                context.getBean(ChangeLog.class),
                context.getBean(UserRepository.class),
                context.getBean(Sessions.class),
                context.getBean(SignInAttempts.class),
                context.getBean(ApiTokens.class),
                context.getBean(KeptWrites.class),
                context.getBean(ImportJobs.class),
                context.getBean(ImportDrafts.class));
    }

    /** The ports with nothing in them but the ids that were given before. */
    public static Ports emptied(ApplicationContext context) {
        JdbcUnitOfWork work = context.getBean(JdbcUnitOfWork.class);
        work.write(() -> work.update(connection -> {
            for (String table : TABLES) {
                execute(connection, "DELETE FROM " + table);
            }
            execute(connection, "INSERT INTO city_name (city_name) VALUES ('delete-all')");
            return true;
        }));
        return ports(context);
    }

    /** A connection of somebody else's, with the settings of a pool; a pool without settings has SQLite's own. */
    static Connection connect(Path file, String pool) throws SQLException {
        String prefix = "datasources." + pool + ".data-source-properties.";
        Properties pragmas = new Properties();
        SqliteDatabase.properties(file).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                pragmas.setProperty(key.substring(prefix.length()), value.toString());
            }
        });
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri(), pragmas);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    /** One column of all the rows that the statement gives. */
    static List<String> column(ApplicationContext context, Sql sql, int column) {
        return context.getBean(JdbcUnitOfWork.class).query(sql.rows(row -> row.getString(column)));
    }
}
