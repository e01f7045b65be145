package org.cityapi.application.imports;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJobs;

/** Finds the imports of nodes that are heard of no more; by its own clock, for those of others may differ. */
public final class LostImports {

    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final Duration silence;
    private final Map<ImportId, Heard> heard = new HashMap<>();

    /** @param silence so long a node may say nothing of an import that it has */
    public LostImports(ImportJobs jobs, ImportWorker worker, Duration silence) {
        this.jobs = jobs;
        this.worker = worker;
        this.silence = silence;
    }

    private record Heard(long beat, long at) {}

    /** While nothing can be read, nobody can tell that he is alive, either. */
    private Map<ImportId, Long> beats() {
        try {
            return jobs.beats();
        } catch (RuntimeException unreadable) {
            heard.clear();
            throw unreadable;
        }
    }

    /** Looks; to be called again and again, by one thread at a time. */
    public void look() {
        Map<ImportId, Long> beats = beats();
        heard.keySet().retainAll(beats.keySet());
        long now = System.nanoTime();
        beats.forEach((id, beat) -> {
            Heard last = heard.get(id);
            if (last == null || last.beat() != beat) {
                heard.put(id, new Heard(beat, now));
            } else if (now - last.at() > silence.toNanos()) {
                worker.abandon(id);
            }
        });
    }
}
