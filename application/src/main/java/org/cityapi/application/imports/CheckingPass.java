package org.cityapi.application.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.cityapi.application.KeptTime;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;

/** Finds what would be done with a file, and all that is wrong with it; keeps nobody from writing. */
final class CheckingPass {

    private final ReadFiles files;
    private final ManyCities cities;
    private final ImportEnds ends;
    private final Clock clock;

    CheckingPass(ImportParts parts, ReadFiles files, ImportEnds ends) {
        this.files = files;
        this.cities = parts.cities();
        this.ends = ends;
        this.clock = parts.clock();
    }

    /** @return whether that is the end; else the file can be stored */
    boolean run(RunningImport running) throws IOException {
        running.task().tell(ImportCounts.NONE, List.of());
        return files.read(running, (chunks, tally) -> {
            Judge judge = new Judge(cities, running.job().order().mode(), false);
            while (chunks.hasNext()) {
                running.task().stopIfAsked();
                files.count(running, chunks, tally, judge.judge(chunks.next()));
            }
            return isEnd(running, tally);
        });
    }

    private boolean isEnd(RunningImport running, Tally tally) {
        ImportJob job = running.job();
        ImportOrder order = job.order();
        boolean refused = tally.counts().rejected() > 0 && order.onError() == OnError.ABORT;
        if (!order.dryRun() && !refused) {
            return false;
        }
        ImportCounts counts = order.dryRun() ? tally.counts() : tally.counts().withoutEffect();
        ImportState reached = refused ? ImportState.FAILED : ImportState.SUCCEEDED;
        ends.end(job.ended(reached, counts, running.columns(), tally.faults(), KeptTime.now(clock)));
        return true;
    }
}
