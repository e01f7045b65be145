package org.cityapi.application.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportRow;

/** Goes through the files of imports, as often as they are asked for. */
final class ReadFiles {

    private final ImportFiles files;
    private final CityFiles formats;
    private final ImportJobs jobs;
    private final long maxBytes;

    ReadFiles(ImportParts parts) {
        files = parts.files();
        formats = parts.formats();
        jobs = parts.jobs();
        maxBytes = parts.maxBytes();
    }

    /** Work on the rows of a file. */
    interface Work {

        boolean on(Chunks chunks, Tally tally);
    }

    /** @throws org.cityapi.domain.imports.BrokenFile when it cannot be read, or not to its end */
    boolean read(RunningImport running, Work work) throws IOException {
        try (InputStream content = files.open(running.task().file().name())) {
            CountedStream counted = new CountedStream(content);
            CityFiles.DraftRows rows = formats.open(counted, running.job().order(), maxBytes);
            running.know(rows.columns());
            Chunks chunks = new Chunks(rows);
            try {
                return work.on(chunks, new Tally(counted));
            } finally {
                chunks.end();
            }
        }
    }

    /** Counts what becomes of some rows, and keeps it where they are refused or a trial; of too many, of the first ones. */
    void count(RunningImport running, Chunks chunks, Tally tally, Verdicts verdicts) {
        running.know(chunks.columns());
        List<ImportRow> told = running.job().order().dryRun() ? verdicts.rows() : verdicts.rejected();
        List<ImportRow> kept = told.stream()
                .filter(row -> tally.of(row.outcome()) < ImportJob.MOST_ROWS)
                .toList();
        if (!kept.isEmpty()) {
            jobs.keep(running.job().id(), kept);
        }
        tally.add(verdicts.rows());
        running.task().tell(tally.counts(), tally.faults());
    }
}
