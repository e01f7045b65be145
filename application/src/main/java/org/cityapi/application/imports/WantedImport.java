package org.cityapi.application.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.cityapi.domain.imports.ImportOrder;
import org.jspecify.annotations.Nullable;

/**
 * A file, and what is to be done with it.
 *
 * @param content is read to its end, or until it fails
 * @param key how its client named the request; null when it did not
 * @param digest of all that the request says, when the content was read
 */
public record WantedImport(
        ImportOrder order, InputStream content, @Nullable String key, Supplier<String> digest) {

    /** Of a request that has no name. */
    public WantedImport(ImportOrder order, InputStream content) {
        this(order, content, null, () -> "");
    }

    /** Reads what is wanted, after the right to it was judged. */
    @FunctionalInterface
    public interface Reader {

        WantedImport read() throws IOException;
    }
}
