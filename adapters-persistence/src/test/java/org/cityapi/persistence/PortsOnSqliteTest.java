package org.cityapi.persistence;

import org.cityapi.domain.UnitOfWorkContract;
import org.cityapi.domain.change.ChangeLogContract;
import org.cityapi.domain.change.ChangeReadingContract;
import org.cityapi.domain.city.CityRepositoryContract;
import org.cityapi.domain.city.CityRestoringContract;
import org.cityapi.domain.idempotency.KeptWritesContract;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CitySearchContract;
import org.cityapi.domain.session.SessionsContract;
import org.cityapi.domain.session.SignInAttemptsContract;
import org.cityapi.domain.token.ApiTokensContract;
import org.cityapi.domain.user.UserRepositoryContract;
import org.junit.jupiter.api.Nested;

/** The contracts of all ports on one SQLite file, which is emptied before each test. */
class PortsOnSqliteTest extends SharedFile {

    @Nested
    class Cities extends CityRepositoryContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Search extends CitySearchContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class CitiesThatComeBack extends CityRestoringContract {
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
    class ChangesReadPieceByPiece extends ChangeReadingContract {
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
    class BrowserSessions extends SessionsContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Attempts extends SignInAttemptsContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Tokens extends ApiTokensContract {
        @Override
        protected Ports emptyStore() {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class Writes extends KeptWritesContract {
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
