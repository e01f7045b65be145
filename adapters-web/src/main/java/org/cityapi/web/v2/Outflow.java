package org.cityapi.web.v2;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micronaut.core.propagation.PropagatedContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.cityapi.application.ExportCities;
import org.cityapi.domain.search.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** An export between the thread that reads it, which waits while nothing is wanted, and the client that takes it. */
final class Outflow implements ExportCities.Receiver {

    private final CompletableFuture<ExportCities.Moment> begun = new CompletableFuture<>();
    private final CompletableFuture<FluxSink<List<Hit>>> client = new CompletableFuture<>();

    /** As many permits as stretches are wanted. */
    private final Semaphore wanted = new Semaphore(0);

    private final long patience;
    private final long end;
    private volatile boolean left;

    /**
     * @param patience how long a client may take nothing
     * @param longest how long the whole may take
     */
    Outflow(Duration patience, Duration longest) {
        this.patience = patience.toNanos();
        end = System.nanoTime() + longest.toNanos();
    }

    /** Runs the export on this thread to its end, be that early, and tells the client of it. */
    void run(Consumer<ExportCities.Receiver> export) {
        try {
            export.accept(this);
            var unused = client.thenAccept(FluxSink::complete);
        } catch (Throwable failure) {
            if (!begun.completeExceptionally(failure) && !left) {
                var unused = client.thenAccept(sink -> sink.error(failure));
            }
        }
    }

    /** What is known when the first cities have been read; or why they have not. */
    CompletionStage<ExportCities.Moment> begun() {
        return begun;
    }

    /** All stretches, for one client. */
    Flux<List<Hit>> stretches() {
        return Flux.create(sink -> {
            sink.onRequest(more -> wanted.release((int) Math.min(more, Short.MAX_VALUE)));
            sink.onDispose(this::leave);
            client.complete(sink);
        });
    }

    /**
     * Whoever is told goes on with it on this thread, up to the connection, which may begin its next request then; so he
     * must not find here what the database is read with.
     */
    private static void tell(Runnable news) {
        PropagatedContext.empty().wrap(news).run();
    }

    private void leave() {
        left = true;
        wanted.release();
    }

    @Override
    public void begin(ExportCities.Moment moment) {
        tell(() -> begun.complete(moment));
    }

    @Override
    public void take(List<Hit> stretch) {
        try {
            long time = Math.min(patience, end - System.nanoTime());
            if (!wanted.tryAcquire(time, NANOSECONDS)) {
                throw new IllegalStateException(time < patience ? "It has taken too long" : "The client takes nothing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops", e);
        }
        if (left) {
            throw new CancellationException("The client has gone");
        }
        tell(() -> client.join().next(stretch));
    }
}
