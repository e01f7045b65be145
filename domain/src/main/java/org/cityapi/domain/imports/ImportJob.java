package org.cityapi.domain.imports;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One import, from its order to its end.
 *
 * @param by whose doing it is; null for the register's own
 * @param node the process that has its file, and runs it
 * @param bytesTotal the size of the file as it was sent
 * @param columns of the file, in its order; empty until they are known
 * @param faults the first {@link #MOST_FAULTS}
 * @param createdAt when it was ordered, to the millisecond
 * @param startedAt null before
 * @param finishedAt null before
 * @param firstChange the first of its entries in the change log, which come one after the other; 0 when there is none
 * @param lastChange the last of them; 0 when there is none
 * @param left the cities that were edited since, and left as they were, when it was undone
 */
public record ImportJob(
        ImportId id,
        ImportOrder order,
        @Nullable UserId by,
        String node,
        ImportState state,
        long bytesTotal,
        ImportCounts counts,
        List<String> columns,
        List<RowFault> faults,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long firstChange,
        long lastChange,
        List<Long> left) {

    public static final int MOST_FAULTS = 100;

    /** About how many rows of each outcome are kept: the first ones. */
    public static final int MOST_ROWS = 100_000;

    public ImportJob {
        columns = List.copyOf(columns);
        faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        left = List.copyOf(left);
    }

    /** One that waits for its turn. */
    public static ImportJob queued(
            ImportId id, ImportOrder order, @Nullable UserId by, String node, long bytesTotal, Instant at) {
        return new ImportJob(
                id,
                order,
                by,
                node,
                ImportState.QUEUED,
                bytesTotal,
                ImportCounts.NONE,
                List.of(),
                List.of(),
                at,
                null,
                null,
                0,
                0,
                List.of());
    }

    /** The same, as it was before anything was done. */
    public ImportJob asOrdered() {
        return queued(id, order, by, node, bytesTotal, createdAt);
    }

    public ImportJob started(Instant at) {
        return with(ImportState.RUNNING, counts, columns, faults, at, null);
    }

    /** The same, further on. */
    public ImportJob with(ImportCounts now) {
        return with(state, now, columns, faults, startedAt, finishedAt);
    }

    /** @param reached its state from now on, which is no open one */
    public ImportJob ended(
            ImportState reached, ImportCounts done, List<String> itsColumns, List<RowFault> found, Instant at) {
        return with(reached, done, itsColumns, found, startedAt, at);
    }

    private ImportJob with(
            ImportState reached,
            ImportCounts done,
            List<String> itsColumns,
            List<RowFault> found,
            @Nullable Instant started,
            @Nullable Instant finished) {
        return new ImportJob(
                id,
                order,
                by,
                node,
                reached,
                bytesTotal,
                done,
                itsColumns,
                found,
                createdAt,
                started,
                finished,
                firstChange,
                lastChange,
                left);
    }

    /** The same, with its entries in the change log. */
    public ImportJob logged(long first, long last) {
        return new ImportJob(
                id,
                order,
                by,
                node,
                state,
                bytesTotal,
                counts,
                columns,
                faults,
                createdAt,
                startedAt,
                finishedAt,
                first,
                last,
                left);
    }

    /** The same, taken back but for these cities. */
    public ImportJob undone(List<Long> cities) {
        return new ImportJob(
                id,
                order,
                by,
                node,
                ImportState.UNDONE,
                bytesTotal,
                counts,
                columns,
                faults,
                createdAt,
                startedAt,
                finishedAt,
                firstChange,
                lastChange,
                cities);
    }
}
