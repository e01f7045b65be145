package org.cityapi.bootstrap;

import org.cityapi.web.RunningRegister;

/** The whole register on PostgreSQL does over HTTP what it does on SQLite. */
class HttpOnPostgresTest extends HttpContracts {

    @Override
    RunningRegister start(String... settings) {
        return new OnPostgres(settings);
    }
}
