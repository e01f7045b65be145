package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.cityapi.domain.memory.Ports;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;

/** The ports over a PostgreSQL database. */
public final class OnPostgres {

    private static final List<String> TABLES = List.of(
            "city",
            "city_name",
            "city_token",
            "city_change",
            "known_user",
            "browser_session",
            "sign_in_attempt",
            "api_token",
            "idempotency_key",
            "import_job",
            "import_row",
            "import_draft");

    private OnPostgres() {}

    public static ApplicationContext open(PostgresUrl url) {
        return ApplicationContext.builder()
                .environmentPropertySource(false)
                .properties(PostgresDatabase.properties(url))
                .start();
    }

    /** The ports with nothing in them but the ids that were given before. */
    public static Ports emptied(ApplicationContext context) {
        JdbcUnitOfWork work = context.getBean(JdbcUnitOfWork.class);
        work.write(() -> work.update(connection -> {
            for (String table : TABLES) {
                OnSqlite.execute(connection, "DELETE FROM " + table);
            }
            return true;
        }));
        return OnSqlite.ports(context);
    }
}
