package org.cityapi.domain.imports;

/**
 * What somebody wants to be done with a file.
 *
 * @param dryRun whether to tell only what would be done
 * @param ignoreUnknown whether columns, or members, that are not known are passed over
 */
public record ImportOrder(
        ImportFormat format, ImportMode mode, OnError onError, boolean dryRun, boolean ignoreUnknown) {}
