package org.cityapi.bootstrap;

import java.util.List;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.user.Actor;
import org.cityapi.web.v2.ImportTexts;

/**
 * Tells what came of an import.
 *
 * @param isByRow whether {@link #tellRows} tells of each row
 */
record ImportReport(Printer printer, ImportTexts texts, boolean isByRow) {

    private static final int AT_A_TIME = 500;

    /** Row by row, each on a line, as long as somebody reads them. */
    void tellRows(ImportJob job, ImportCities imports) {
        ToldRows told = new ToldRows();
        long last = 0;
        List<ImportRow> some = imports.rows(Actor.system(), job.id(), null, last, AT_A_TIME);
        while (!some.isEmpty() && !printer.out().checkError()) {
            for (ImportRow row : some) {
                printer.result(line(row));
                told.add(row.outcome());
            }
            last = some.get(some.size() - 1).number();
            some = imports.rows(Actor.system(), job.id(), null, last, AT_A_TIME);
        }
        if (some.isEmpty()) {
            told.left(job.counts(), printer).ifPresent(printer::result);
        }
    }

    private String line(ImportRow row) {
        CityId id = row.city();
        CityDetails after = row.after();
        if (after == null) {
            return printer.word("row.rejected", row.line(), texts.reason(row.faults(), printer.language()));
        } else if (id == null) {
            return printer.word(
                    "row.inserted",
                    row.line(),
                    after.name().value(),
                    after.country().value());
        }
        String name = after.name().value();
        return row.before() == null
                ? printer.word("row.unchanged", row.line(), id.value(), name)
                : printer.word("row.updated", row.line(), id.value(), name, texts.changes(row));
    }

    /** @return the exit code */
    int tell(ImportJob job, boolean interrupted) {
        boolean done = job.state() == ImportState.SUCCEEDED;
        boolean cutShort = interrupted && !done;
        boolean isTrial = job.order().dryRun();
        if (!cutShort) {
            job.faults().stream()
                    .filter(fault -> fault.row() == 0 || !isByRow)
                    .forEach(fault -> printer.tell(line(fault)));
        }
        if (job.counts().rejected() > 0) {
            printer.tell(printer.word("rejected", job.counts().rejected()));
        }
        if (done) {
            String result = printer.word(
                    isTrial ? "import.tried" : "import.done", job.id().value(), counts(job));
            printer.result(result);
            if (printer.failure().isPresent()) {
                // What is stored is to be known all the same.
                printer.tell(result);
            }
            return 0;
        }
        if (isTrial && !cutShort && isCounted(job.counts())) {
            printer.tell(counts(job));
        }
        printer.tell(printer.word(end(job, cutShort), job.id().value()));
        return 1;
    }

    private String counts(ImportJob job) {
        ImportCounts counts = job.counts();
        return printer.word(
                job.order().dryRun() ? "counts.tried" : "counts.done",
                counts.rows(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged());
    }

    /** One that was stopped knows only how many rows it has read. */
    private static boolean isCounted(ImportCounts counts) {
        return counts.inserted() + counts.updated() + counts.unchanged() + counts.rejected() > 0;
    }

    private static String end(ImportJob job, boolean cutShort) {
        if (cutShort) {
            return "import.interrupted";
        } else if (job.state() == ImportState.CANCELLED) {
            return "import.cancelled";
        }
        return job.order().dryRun() ? "import.trial.failed" : "import.failed";
    }

    /** Such as {@code line 3, population "1,234,567": must be of type integer}. */
    private String line(RowFault fault) {
        StringBuilder line = new StringBuilder();
        if (fault.line() > 0) {
            line.append(printer.word("line", fault.line()));
        }
        if (fault.column() != null) {
            line.append(line.isEmpty() ? "" : ", ").append(fault.column());
            line.append(fault.value() == null ? "" : " \"" + fault.value() + "\"");
        }
        return line.append(line.isEmpty() ? "" : ": ")
                .append(texts.text(fault, printer.language()))
                .toString();
    }
}
