package org.cityapi.web;

import jakarta.inject.Singleton;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Whether this node is about to stop. It answers as before then, so that whoever spreads requests over several nodes has
 * time to turn to the others: it is no longer ready, each answer closes its connection, and event streams end.
 */
@Singleton
public final class Leaving {

    /** Unlike a future it forgets whoever no longer waits: event streams come and go by the thousand. */
    private final Sinks.Empty<Void> begun = Sinks.empty();

    private volatile boolean isBegun;

    /** There is no way back. */
    public void begin() {
        isBegun = true;
        // Whoever begins a second time changes nothing.
        var unused = begun.tryEmitEmpty();
    }

    public boolean isBegun() {
        return isBegun;
    }

    /** Completes when it begins, or at once. */
    public Mono<Void> whenBegun() {
        return begun.asMono();
    }
}
