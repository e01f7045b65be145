package org.cityapi.persistence.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    /** A new one among the machine's temporary files. */
    public static Map<String, Object> temporary() {
        try {
            return Map.of(PROPERTY, Files.createTempDirectory("city-api-imports"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
