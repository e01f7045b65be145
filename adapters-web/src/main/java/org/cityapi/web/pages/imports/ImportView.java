package org.cityapi.web.pages.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An import as a page shows it; numbers in the reader's way of writing.
 *
 * @param byNumber whether lines alone do not tell which row is meant: all may stand on one
 * @param maker null for the register itself
 * @param percent of the file that is read, from 0 to 100
 * @param faults the first ones: where, and what
 * @param more that there are more, in words; null where there are not
 * @param left the cities that were left when it was undone: their paths, and names where they are still there
 * @param leftCount how many those are in all
 */
record ImportView(
        long id,
        String state,
        String mode,
        boolean dryRun,
        boolean byNumber,
        @Nullable String maker,
        String ordered,
        long percent,
        String rows,
        String inserted,
        String updated,
        String unchanged,
        String rejected,
        List<Fault> faults,
        @Nullable String more,
        List<Left> left,
        String leftCount) {

    private static final Set<ImportFormat> ONE_LINERS = EnumSet.of(ImportFormat.JSON, ImportFormat.GEOJSON);

    /**
     * What is wrong in the file.
     *
     * @param row 0 where no row is at fault
     */
    record Fault(
            long row,
            @Nullable Long line,
            @Nullable String column,
            @Nullable String value,
            String text) {}

    /** A city that was edited since. */
    record Left(String path, @Nullable String name) {}

    static ImportView of(ImportCities.Told told, RowWords faults, Texts words, Locale language) {
        ImportJob job = told.job();
        ImportCounts counts = job.counts();
        return new ImportView(
                job.id().value(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.order().mode().name().toLowerCase(Locale.ROOT),
                job.order().dryRun(),
                ONE_LINERS.contains(job.order().format()),
                told.maker(),
                words.time(job.createdAt()),
                job.bytesTotal() == 0 ? 0 : Math.min(100, 100 * counts.bytes() / job.bytesTotal()),
                words.number(counts.rows()),
                words.number(counts.inserted()),
                words.number(counts.updated()),
                words.number(counts.unchanged()),
                words.number(counts.rejected()),
                job.faults().stream()
                        .map(fault -> new Fault(
                                fault.row(),
                                fault.line() == 0 ? null : (Long) fault.line(),
                                fault.column(),
                                fault.value(),
                                faults.text(fault, language)))
                        .toList(),
                hasMore(job)
                        ? faults.text(
                                RowFault.of(
                                        0,
                                        org.cityapi.domain.rejection.Fault.MORE,
                                        Map.of("max", ImportJob.MOST_FAULTS)),
                                language)
                        : null,
                told.left().entrySet().stream()
                        .map(city -> left(city.getKey(), city.getValue()))
                        .toList(),
                words.number(job.left().size()));
    }

    /** Whether rows are refused whose faults are not among the first ones. */
    private static boolean hasMore(ImportJob job) {
        return job.faults().size() == ImportJob.MOST_FAULTS
                && job.faults().stream().mapToLong(RowFault::row).distinct().count()
                        < job.counts().rejected();
    }

    private static Left left(long id, Optional<String> name) {
        return new Left("/cities/" + id, name.orElse(null));
    }

    /** The key of the words that tell how it stands; one of them names how many cities were left. */
    public String told() {
        if (isRefusedTrial()) {
            return "wizard.trial.state";
        }
        return "imports.state." + state + (left.isEmpty() ? "" : left.size() == 1 ? ".left_one" : ".left");
    }

    /** Whether it is not over. */
    public boolean isOpen() {
        return state.equals("queued") || state.equals("running");
    }

    /** Whether it can be taken back. */
    public boolean canBeUndone() {
        return state.equals(ImportState.SUCCEEDED.name().toLowerCase(Locale.ROOT)) && !dryRun;
    }

    public boolean isSucceeded() {
        return state.equals(ImportState.SUCCEEDED.name().toLowerCase(Locale.ROOT));
    }

    /** Whether it failed for rows that are refused alone: the others are told as what would become of them. */
    public boolean isRefused() {
        return state.equals(ImportState.FAILED.name().toLowerCase(Locale.ROOT))
                && hasRefused()
                && faults.stream().allMatch(fault -> fault.row() > 0);
    }

    public boolean hasRefused() {
        return !rejected.equals("0");
    }

    /** Whether no row adds or changes a city. */
    public boolean changesNothing() {
        return inserted.equals("0") && updated.equals("0");
    }

    /** Whether it is a dry run of a file of which some rows are refused, so that nothing would be stored. */
    public boolean isRefusedTrial() {
        return dryRun && isRefused();
    }

    /** Whether what a dry run has told can be done, without the rows that are refused perhaps. */
    public boolean canBeDone() {
        return !changesNothing() && (isSucceeded() || isRefused());
    }

    public String path() {
        return ImportPages.PATH + "/" + id;
    }
}
