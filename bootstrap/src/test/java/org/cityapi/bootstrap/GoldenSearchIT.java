package org.cityapi.bootstrap;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The golden list on SQLite. */
class GoldenSearchIT extends GoldenSearch {

    @BeforeAll
    static void start(@TempDir Path folder) {
        start(folder, "");
    }
}
