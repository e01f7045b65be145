package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.UserRepository;
import org.cityapi.persistence.sqlite.SqliteDatabase;

/** The ports over an SQLite file in a temporary folder. */
final class OnSqlite {

    private OnSqlite() {}

    static ApplicationContext open(Path file) {
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
                context.getBean(ChangeLog.class),
                context.getBean(UserRepository.class));
    }

    /** The ports with nothing in them but the ids that were given before. */
    static Ports emptied(ApplicationContext context) {
        JdbcUnitOfWork work = context.getBean(JdbcUnitOfWork.class);
        work.write(() -> work.update(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : List.of("city", "city_change", "known_user")) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
                return true;
            }
        }));
        return ports(context);
    }

    static Path newFile() {
        try {
            Path folder = Files.createTempDirectory("city-api");
            folder.toFile().deleteOnExit();
            return folder.resolve("cities.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
