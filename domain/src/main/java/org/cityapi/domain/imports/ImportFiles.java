package org.cityapi.domain.imports;

import java.io.IOException;
import java.io.InputStream;

/** Keeps the files of imports on this node until they are done. */
public interface ImportFiles {

    /**
     * A file that is kept.
     *
     * @param name in this store
     * @param bytes its size
     */
    record Kept(String name, long bytes) {}

    /**
     * Keeps what a stream gives.
     *
     * @throws IOException when the stream breaks off; nothing is kept then
     * @throws org.cityapi.domain.rejection.Rejection.Unavailable when there is no room for it
     */
    Kept keep(InputStream content) throws IOException;

    InputStream open(String name) throws IOException;

    /** Lets a file go; nothing happens when it has gone already. */
    void forget(String name);
}
