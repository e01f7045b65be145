package org.cityapi.bootstrap;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The register on a new SQLite file. */
final class OnSqlite extends OnDatabase {

    private static final AtomicInteger FILES = new AtomicInteger();

    /**
     * @param folder where the file goes, under a name of its own
     * @param more names and values of settings, by turns, that go before the usual ones
     */
    OnSqlite(Path folder, String... more) {
        super("sqlite:" + folder.resolve("cities" + FILES.incrementAndGet() + ".db"), more);
    }
}
