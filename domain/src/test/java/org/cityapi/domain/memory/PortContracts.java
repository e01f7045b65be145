package org.cityapi.domain.memory;

import org.cityapi.domain.UnitOfWorkContract;
import org.cityapi.domain.change.ChangeLogContract;
import org.cityapi.domain.change.ChangeReadingContract;
import org.cityapi.domain.city.CityRepositoryContract;
import org.cityapi.domain.city.CityRestoringContract;
import org.cityapi.domain.city.ManyCitiesContract;
import org.cityapi.domain.idempotency.KeptWritesContract;
import org.cityapi.domain.imports.ImportDraftsContract;
import org.cityapi.domain.imports.ImportJobsContract;
import org.cityapi.domain.search.CitySearchContract;
import org.cityapi.domain.search.LongNamesContract;
import org.cityapi.domain.session.SessionsContract;
import org.cityapi.domain.session.SignInAttemptsContract;
import org.cityapi.domain.token.ApiTokensContract;
import org.cityapi.domain.user.UserRepositoryContract;
import org.junit.jupiter.api.Nested;

/** The contracts of all ports: whoever writes a store lets a test of it extend this class. */
public abstract class PortContracts {

    /** The ports of one store with nothing in it but the ids that were given before. */
    protected abstract Ports emptied();

    @Nested
    class Cities extends CityRepositoryContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Many extends ManyCitiesContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Search extends CitySearchContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class LongNames extends LongNamesContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class CitiesThatComeBack extends CityRestoringContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Changes extends ChangeLogContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class ChangesReadPieceByPiece extends ChangeReadingContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Users extends UserRepositoryContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class BrowserSessions extends SessionsContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Attempts extends SignInAttemptsContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Tokens extends ApiTokensContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Writes extends KeptWritesContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Imports extends ImportJobsContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Drafts extends ImportDraftsContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }

    @Nested
    class Work extends UnitOfWorkContract {
        @Override
        protected Ports emptyStore() {
            return emptied();
        }
    }
}
