package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cityapi.application.ChangeNews;
import org.cityapi.application.ReadChanges;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
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

    private final ReadChanges changes;
    private final EventStream stream;
    private final JsonMapper json;
    private final Scheduler blocking;
    private final Sinks.Many<Boolean> news = Sinks.many().multicast().directBestEffort();

    ChangeStream(
            ReadChanges changes,
            ChangeNews written,
            EventStream stream,
            JsonMapper json,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.changes = changes;
        this.stream = stream;
        this.json = json;
        this.blocking = Schedulers.fromExecutorService(blocking);
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
        return stream.of(request, caller, Permission.READ_HISTORY, place, events(caller, since, language));
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

    private byte[] event(ChangeV2 change) {
        try {
            return EventStream.event(change.sequence(), "change", json.writeValueAsString(change));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
