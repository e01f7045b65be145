package org.cityapi.persistence.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Where files wait to be imported. */
public final class ImportFolder {

    static final String PROPERTY = "city-api.imports.folder";

    private ImportFolder() {}

    /** Beside a file of a database that nobody else uses. */
    public static Map<String, Object> beside(Path database) {
        return Map.of(PROPERTY, database.toAbsolutePath().resolveSibling(database.getFileName() + "-imports"));
    }

    /** A new one among the machine's temporary files; those of processes that have ended without a word are deleted. */
    public static Map<String, Object> temporary() {
        try {
            return Map.of(PROPERTY, TemporaryFolder.in(Path.of(System.getProperty("java.io.tmpdir"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
