package org.cityapi.bootstrap;

import java.nio.file.Path;
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
        @Override
        protected RunningRegister start() {
            return new OnSqlite(folder);
        }
    }
}
