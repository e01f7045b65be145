package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How an import comes on, as server-sent events: one whenever it has come further, the last when it is over. */
@Singleton
final class ImportStream {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final ImportCities imports;
    private final ImportTexts texts;
    private final EventStream stream;
    private final JsonMapper json;
    private final Scheduler blocking;

    ImportStream(
            ImportCities imports,
            ImportTexts texts,
            EventStream stream,
            JsonMapper json,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.imports = imports;
        this.texts = texts;
        this.stream = stream;
        this.json = json;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    Publisher<byte[]> of(HttpRequest<?> request, Actor actor, ImportId id, Streams.Place place) {
        AtomicReference<Actor> caller = new AtomicReference<>(actor);
        Locale language = Languages.of(request);
        Flux<byte[]> events = Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(
                        look -> Mono.fromCallable(() -> imports.one(Objects.requireNonNull(caller.get()), id))
                                .subscribeOn(blocking),
                        0)
                .distinctUntilChanged()
                .takeUntil(told -> !told.job().state().isOpen())
                .map(told -> event(texts.job(told, language)));
        return stream.of(request, caller, Permission.IMPORT_CITIES, place, events);
    }

    private byte[] event(ImportV2 job) {
        try {
            return EventStream.event(null, "progress", json.writeValueAsString(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
