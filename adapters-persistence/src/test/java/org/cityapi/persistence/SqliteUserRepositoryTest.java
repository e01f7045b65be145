package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.UserRepositoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SqliteUserRepositoryTest extends UserRepositoryContract {

    private static ApplicationContext context;

    @BeforeAll
    static void open() {
        context = OnSqlite.open(OnSqlite.newFile());
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Override
    protected Ports emptyStore() {
        return OnSqlite.emptied(context);
    }
}
