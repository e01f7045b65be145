package org.cityapi.bootstrap;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.cityapi.web.FeedContract;
import org.cityapi.web.HistoryContract;
import org.cityapi.web.IdempotencyContract;
import org.cityapi.web.RestoreContract;
import org.cityapi.web.RunningRegister;
import org.cityapi.web.StreamContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** As {@link HttpOnSqliteTest}, for all that the change log is read for, and for writes that are sent twice. */
class ChangesOnSqliteTest {

    @TempDir
    static Path folder;

    @Nested
    class Feed extends FeedContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class History extends HistoryContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Idempotency extends IdempotencyContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Restore extends RestoreContract {
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }

    @Nested
    class Stream extends StreamContract {

        private OnSqlite register;

        @Override
        protected RunningRegister start() {
            register = new OnSqlite(folder);
            return register;
        }

        @Override
        protected void writeBeside() throws SQLException {
            String columns = "city_id, version, action, at, by_id, via, before, after";
            try (Connection beside = DriverManager.getConnection("jdbc:sqlite:" + register.file());
                    Statement statement = beside.createStatement()) {
                statement.executeUpdate("INSERT INTO city_change (" + columns + ") SELECT " + columns
                        + " FROM city_change WHERE sequence = 1");
            }
        }
    }
}
