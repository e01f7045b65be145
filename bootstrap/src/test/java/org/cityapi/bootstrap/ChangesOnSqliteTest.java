package org.cityapi.bootstrap;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Changes over HTTP on SQLite. */
class ChangesOnSqliteTest extends ChangesContracts {

    @TempDir
    static Path folder;

    @Override
    OnDatabase start() {
        return new OnSqlite(folder);
    }
}
