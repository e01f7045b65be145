package org.cityapi.bootstrap;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.cityapi.persistence.move.Move;

/** Tells how far a move is: of each table once a second at most, and its end. */
final class MoveProgress implements Move.Progress {

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private String last = "";
    private long told;

    MoveProgress(Consumer<String> log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    @Override
    public void moved(String table, long rows, long all) {
        long now = nanos.getAsLong();
        if (!table.equals(last) || rows >= all || now - told >= PAUSE) {
            last = table;
            told = now;
            log.accept(table + ": " + rows + " of " + all);
        }
    }

    @Override
    public void begins(String what) {
        log.accept("Now " + what);
    }
}
