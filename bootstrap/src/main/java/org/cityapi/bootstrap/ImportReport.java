package org.cityapi.bootstrap;

import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.web.v2.ImportTexts;

/** Tells what came of an import. */
record ImportReport(Printer printer, ImportTexts texts) {

    /** @return the exit code */
    int tell(ImportJob job, boolean interrupted) {
        boolean done = job.state() == ImportState.SUCCEEDED;
        boolean cutShort = interrupted && !done;
        if (!cutShort) {
            job.faults().forEach(fault -> printer.tell(line(fault)));
        }
        if (job.counts().rejected() > 0) {
            printer.tell(printer.word("rejected", job.counts().rejected()));
        }
        if (done) {
            ImportCounts counts = job.counts();
            printer.result(printer.word(
                    job.order().dryRun() ? "import.tried" : "import.done",
                    job.id().value(),
                    counts.rows(),
                    counts.inserted(),
                    counts.updated(),
                    counts.unchanged()));
            return 0;
        }
        printer.tell(printer.word(end(job, cutShort), job.id().value()));
        return 1;
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
