package org.cityapi.persistence.search;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CitySearchContract;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.OnSqlite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of search where other ways are taken than among so few cities: by walks, and by walks that give up. */
class EveryWayTest {

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

    private static Ports searching(Costs costs) {
        Ports ports = OnSqlite.emptied(context);
        ConsistentReads reads = context.getBean(ConsistentReads.class);
        return new Ports(
                ports.work(),
                ports.cities(),
                ports.many(),
                new JdbcCitySearch(
                        reads,
                        context.getBean(NameIndex.class),
                        context.getBean(Dialect.class),
                        costs,
                        new Density(reads)),
                ports.changes(),
                ports.users(),
                ports.sessions(),
                ports.attempts(),
                ports.tokens(),
                ports.keptWrites(),
                ports.imports(),
                ports.drafts());
    }

    @Nested
    class WhereManyAreSoonMet extends CitySearchContract {
        @Override
        protected Ports emptyStore() {
            return searching(new Costs(1, 1, 0, 0, 10_000, 10_000, 1, 10_000, 1, 0));
        }
    }

    @Nested
    class WhereWalksGiveUp extends CitySearchContract {
        @Override
        protected Ports emptyStore() {
            return searching(new Costs(2, 3, 10_000, 10_000, 1, 1, 0, 2, 1_000, 1));
        }
    }
}
