package org.cityapi.bootstrap;

/** Changes over HTTP on PostgreSQL. */
class ChangesOnPostgresTest extends ChangesContracts {

    @Override
    OnDatabase start() {
        return new OnPostgres();
    }
}
