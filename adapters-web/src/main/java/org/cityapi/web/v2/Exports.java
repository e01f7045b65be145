package org.cityapi.web.v2;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.cityapi.application.ExportCities;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.Leaving;
import org.cityapi.web.RequestId;
import org.cityapi.web.formats.CitiesText;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Exports as they are streamed: one stretch is read while the one before it is written out, and the next one only when
 * the client takes what is there.
 */
@Singleton
final class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** How many pieces may wait for the client, some 50 KB each. */
    private static final int AHEAD = 4;

    private final ExportCities export;
    private final Leaving leaving;
    private final ExecutorService blocking;
    private final Scheduler writing;
    private final Duration patience;
    private final Duration longest;
    private final Duration whenLeaving;

    Exports(
            ExportCities export,
            Leaving leaving,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            @Value("${city-api.exports.patience}") Duration patience,
            @Value("${city-api.exports.longest}") Duration longest,
            @Value("${city-api.exports.when-leaving}") Duration whenLeaving) {
        this.export = export;
        this.leaving = leaving;
        this.blocking = blocking;
        this.writing = Schedulers.fromExecutorService(blocking);
        this.patience = patience;
        this.longest = longest;
        this.whenLeaving = whenLeaving;
    }

    /** An export of which the first cities have been read, and its bytes. */
    record Begun(ExportCities.Moment moment, Publisher<byte[]> bytes) {}

    /** Begins an export; fails with what keeps it from beginning. */
    CompletionStage<Begun> begin(
            HttpRequest<?> request, CityQuery query, Function<ExportCities.Moment, CitiesText> form) {
        Outflow outflow = new Outflow(patience, longest);
        blocking.execute(() -> outflow.run(receiver -> export.export(query, receiver)));
        return outflow.begun().thenApply(moment -> new Begun(moment, bytes(request, outflow, form.apply(moment))));
    }

    private Publisher<byte[]> bytes(HttpRequest<?> request, Outflow outflow, CitiesText text) {
        Flux<byte[]> pieces = Flux.concat(
                        Mono.fromSupplier(text::beginning),
                        outflow.stretches().publishOn(writing, false, 1).map(text::cities),
                        Mono.fromSupplier(text::end))
                .filter(piece -> piece.length > 0)
                .takeUntilOther(left())
                .onErrorMap(failure -> {
                    // The answer has begun: its client is told by a connection that ends too early.
                    LOG.warn("Request {}: an export ended early: {}", RequestId.of(request), failure.toString());
                    return new TimeoutException(failure.getMessage());
                });
        return Delivery.of(pieces, request, AHEAD);
    }

    /** Fails when a server that stops has no more time. */
    private Mono<Void> left() {
        return leaving.whenBegun()
                .then(Mono.delay(whenLeaving))
                .then(Mono.error(() -> new IllegalStateException("The server stops")));
    }
}
