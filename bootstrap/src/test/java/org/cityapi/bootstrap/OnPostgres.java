package org.cityapi.bootstrap;

import org.cityapi.persistence.PostgresServer;

/** The register on a new database of PostgreSQL. */
final class OnPostgres extends OnDatabase {

    /** @param more names and values of settings, by turns, that go before the usual ones */
    OnPostgres(String... more) {
        super(PostgresServer.newEmptyRegister(), more);
    }
}
