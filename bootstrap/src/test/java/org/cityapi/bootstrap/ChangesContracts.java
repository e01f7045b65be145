package org.cityapi.bootstrap;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.cityapi.web.FeedContract;
import org.cityapi.web.HistoryContract;
import org.cityapi.web.IdempotencyContract;
import org.cityapi.web.RestoreContract;
import org.cityapi.web.RunningRegister;
import org.cityapi.web.StreamContract;
import org.junit.jupiter.api.Nested;

/** As {@link HttpContracts}, for all that the change log is read for, and for writes that are sent twice. */
abstract class ChangesContracts {

    /** A register with nothing in it. */
    abstract OnDatabase start();

    @Nested
    class Feed extends FeedContract {
        @Override
        protected RunningRegister start() {
            return ChangesContracts.this.start();
        }
    }

    @Nested
    class History extends HistoryContract {
        @Override
        protected RunningRegister start() {
            return ChangesContracts.this.start();
        }
    }

    @Nested
    class Idempotency extends IdempotencyContract {
        @Override
        protected RunningRegister start() {
            return ChangesContracts.this.start();
        }
    }

    @Nested
    class Restore extends RestoreContract {
        @Override
        protected RunningRegister start() {
            return ChangesContracts.this.start();
        }
    }

    @Nested
    class Stream extends StreamContract {

        private OnDatabase register;

        @Override
        protected RunningRegister start() {
            register = ChangesContracts.this.start();
            return register;
        }

        @Override
        protected void writeBeside() throws SQLException {
            String columns = "city_id, version, action, at, by_id, via, \"before\", after";
            try (Connection beside = register.connect();
                    Statement statement = beside.createStatement()) {
                statement.executeUpdate("INSERT INTO city_change (" + columns + ") SELECT " + columns
                        + " FROM city_change WHERE sequence = 1");
            }
        }
    }
}
