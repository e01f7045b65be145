package org.cityapi.domain.imports;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Reads files of cities, plain or packed with gzip. */
public interface CityFiles {

    /**
     * Opens a file, and reads as much of it as tells its columns.
     *
     * @param content closed by whoever opened it
     * @param maxBytes how many it may have, unpacked
     * @throws BrokenFile when it is not what it is said to be
     */
    DraftRows open(InputStream content, ImportOrder order, long maxBytes);

    /**
     * Reads a file to its end, and tells what it looks like; its content tells its format.
     *
     * @param content closed by whoever opened it
     * @param maxBytes how many it may have, unpacked
     * @throws BrokenFile when it cannot be read, or has no rows
     */
    FileOutline look(InputStream content, long maxBytes);

    /** The rows of a file, one after the other; {@code hasNext} and {@code next} may throw a {@link BrokenFile}. */
    interface DraftRows extends Iterator<DraftRow> {

        /**
         * What the columns are called, in the order of the cells; when the rows have been read there may be one more, for what
         * stands in none of the others.
         */
        List<String> columns();
    }
}
