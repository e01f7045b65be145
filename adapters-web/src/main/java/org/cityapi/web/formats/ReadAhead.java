package org.cityapi.web.formats;

import java.util.List;
import java.util.NoSuchElementException;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.DraftRow;
import org.jspecify.annotations.Nullable;

/** The rows of a file of JSON, of which the next one is read before it is asked for. */
abstract class ReadAhead implements CityFiles.DraftRows {

    private @Nullable DraftRow next;

    /** Whether a row has had what stands in no column; told while others are read. */
    private volatile boolean isUnread;

    /** The next row; null at the end. */
    abstract @Nullable DraftRow read();

    /** To be called when the file is open. */
    final void begin() {
        next = read();
    }

    @Override
    public final List<String> columns() {
        return Fields.with(JsonRow.COLUMNS, isUnread);
    }

    @Override
    public final boolean hasNext() {
        return next != null;
    }

    @Override
    public final DraftRow next() {
        DraftRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        if (row.source() instanceof JsonRow json && json.hasUnread()) {
            isUnread = true;
        }
        next = read();
        return row;
    }
}
