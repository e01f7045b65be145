package org.cityapi.web;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/**
 * Whether this node is about to stop. It answers as before then, so that whoever spreads requests over several nodes has
 * time to turn to the others: it is no longer ready, each answer closes its connection, and event streams end.
 */
@Singleton
public final class Leaving {

    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();

    /** There is no way back. */
    public void begin() {
        begun.complete(true);
    }

    public boolean isBegun() {
        return begun.isDone();
    }

    /** Tells when it begins, or at once; whoever no longer waits for it changes nothing. */
    public Mono<Boolean> whenBegun() {
        return Mono.fromFuture(begun, true);
    }
}
