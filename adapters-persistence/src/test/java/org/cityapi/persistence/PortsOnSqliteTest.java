package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.cityapi.domain.UnitOfWorkContract;
import org.cityapi.domain.change.ChangeLogContract;
import org.cityapi.domain.city.CityRepositoryContract;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.UserRepositoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of all ports on one SQLite file, which is emptied before each test. */
class PortsOnSqliteTest {

    @TempDir
    private static Path folder;

    private static ApplicationContext context;

    @BeforeAll
    static void open() {
        context = OnSqlite.open(folder.resolve("cities.db"));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Nested
    class Cities extends CityRepositoryContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Changes extends ChangeLogContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Users extends UserRepositoryContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Work extends UnitOfWorkContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }
}
