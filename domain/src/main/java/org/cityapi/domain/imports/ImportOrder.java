package org.cityapi.domain.imports;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be done with a file.
 *
 * @param dryRun whether to tell only what would be done
 * @param ignoreUnknown whether columns, or members, that are not known are passed over
 * @param match what the columns mean; null where their names tell
 */
public record ImportOrder(
        ImportFormat format,
        ImportMode mode,
        OnError onError,
        boolean dryRun,
        boolean ignoreUnknown,
        @Nullable ColumnMatch match) {

    /** With a file whose columns have the names of their fields. */
    public ImportOrder(ImportFormat format, ImportMode mode, OnError onError, boolean dryRun, boolean ignoreUnknown) {
        this(format, mode, onError, dryRun, ignoreUnknown, null);
    }

    /** To do what a dry run has told. */
    public ImportOrder toBeDone(OnError otherwise) {
        return new ImportOrder(format, mode, otherwise, false, ignoreUnknown, match);
    }
}
