package org.cityapi.bootstrap;

import java.nio.file.Path;
import org.cityapi.web.RunningRegister;
import org.junit.jupiter.api.io.TempDir;

/** The whole register on SQLite does over HTTP what the web module alone does over memory. */
class HttpOnSqliteTest extends HttpContracts {

    @TempDir
    static Path folder;

    @Override
    RunningRegister start(String... settings) {
        return new OnSqlite(folder, settings);
    }
}
