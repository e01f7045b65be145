package org.cityapi.web.v2;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cityapi.application.ChangeNews;
import org.cityapi.application.ReadChanges;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.Leaving;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The changes as server-sent events (HTML, section 9.2), as the client takes them: stretch by stretch from the log, then
 * whenever there is news. Between two stretches no thread is held.
 */
@Singleton
final class ChangeStream {

    private static final int STRETCH = 50;

    /** The writes of other processes are found by looking. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A disabled user or a revoked token ends a stream after two of these at most. */
    private static final Duration RECHECK = Duration.ofSeconds(2);

    /** Milliseconds after which a client shall connect again; the first bytes of the answer. */
    private static final byte[] BEGINNING = utf8("retry: 2000\n\n");

    private static final byte[] COMMENT = utf8(":\n\n");

    private final ReadChanges changes;
    private final CallerCheck callers;
    private final Leaving leaving;
    private final JsonMapper json;
    private final Scheduler blocking;
    private final Duration heartbeat;
    private final Sinks.Many<Boolean> news = Sinks.many().multicast().directBestEffort();

    ChangeStream(
            ReadChanges changes,
            ChangeNews written,
            CallerCheck callers,
            Leaving leaving,
            JsonMapper json,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            @Value("${city-api.streams.heartbeat}") Duration heartbeat) {
        this.changes = changes;
        this.callers = callers;
        this.leaving = leaving;
        this.json = json;
        this.blocking = Schedulers.fromExecutorService(blocking);
        this.heartbeat = heartbeat;
        written.listen(this::tell);
    }

    /** Two at once would be one too many for the sink. */
    private synchronized void tell() {
        news.tryEmitNext(true);
    }

    /** The events after a place in the log, until the client goes, is too slow, or may no longer read them. */
    Publisher<byte[]> of(HttpRequest<?> request, Actor actor, long since, Streams.Place place) {
        AtomicReference<Actor> caller = new AtomicReference<>(actor);
        Locale language = Languages.of(request);
        Flux<byte[]> told = Flux.merge(1, events(caller, since, language), heartbeats())
                .takeUntilOther(rightsLost(request, caller))
                .takeUntilOther(leaving.whenBegun())
                .onErrorComplete(Rejection.class);
        Flux<byte[]> placed = Flux.defer(() -> place.begin() ? told.startWith(BEGINNING) : Flux.<byte[]>empty())
                .doFinally(end -> place.giveBack());
        return Delivery.of(placed, request, 1);
    }

    private Flux<byte[]> events(AtomicReference<Actor> caller, long since, Locale language) {
        AtomicLong last = new AtomicLong(since);
        return Flux.defer(() -> stretch(Objects.requireNonNull(caller.get()), last.get()))
                .map(told -> {
                    last.set(told.named().logged().sequence());
                    return event(ChangeV2.of(told, language));
                })
                .repeatWhen(stretches -> stretches.concatMap(told ->
                        told > 0 ? Mono.just(true) : news.asFlux().next().timeout(LOOK, Mono.just(true))));
    }

    private Flux<ReadChanges.Told> stretch(Actor caller, long since) {
        return Mono.fromCallable(() -> changes.after(caller, () -> new ReadChanges.Asked(since, STRETCH)))
                .subscribeOn(blocking)
                .flatMapIterable((List<ReadChanges.Told> stretch) -> stretch);
    }

    /** One waits to be sent at the most; whoever has not taken that when the next is due does not read. */
    private Flux<byte[]> heartbeats() {
        return Flux.interval(heartbeat)
                .onBackpressureError()
                .map(beat -> COMMENT)
                .onErrorMap(stalled -> new TimeoutException("The client does not read"));
    }

    /** Ends when the caller may no longer read the changes. */
    private Mono<Void> rightsLost(HttpRequest<?> request, AtomicReference<Actor> caller) {
        return Flux.interval(RECHECK)
                .onBackpressureDrop()
                .concatMap(
                        due -> callers.again(request).doOnNext(now -> {
                            now.require(Permission.READ_HISTORY);
                            caller.set(now);
                        }),
                        0)
                .then()
                .onErrorComplete(Rejection.class);
    }

    private byte[] event(ChangeV2 change) {
        try {
            return utf8(
                    "id: " + change.sequence() + "\nevent: change\ndata: " + json.writeValueAsString(change) + "\n\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
