package org.cityapi.web.v2;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Leaving;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Server-sent events (HTML, section 9.2) for one caller. */
@Singleton
final class EventStream {

    /** A disabled user or a revoked token ends a stream after two of these at most. */
    private static final Duration RECHECK = Duration.ofSeconds(2);

    /** Milliseconds after which a client shall connect again; the first bytes of the answer. */
    private static final byte[] BEGINNING = utf8("retry: 2000\n\n");

    private static final byte[] COMMENT = utf8(":\n\n");

    private final CallerCheck callers;
    private final Leaving leaving;
    private final Duration heartbeat;

    EventStream(CallerCheck callers, Leaving leaving, @Value("${city-api.streams.heartbeat}") Duration heartbeat) {
        this.callers = callers;
        this.leaving = leaving;
        this.heartbeat = heartbeat;
    }

    /** One event; its data has no line breaks. */
    static byte[] event(@Nullable Long id, String name, String data) {
        return utf8((id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n");
    }

    /** No proxy shall gather events, and nobody here compress them: whoever compresses, gathers. */
    static <T> MutableHttpResponse<T> unbuffered(MutableHttpResponse<T> answer) {
        return answer.header("X-Accel-Buffering", "no").header(HttpHeaders.CONTENT_ENCODING, "identity");
    }

    /**
     * The events until they end, the client goes or is too slow, or the caller may no longer read them.
     *
     * @param caller is put in the place of who asked first, with what he may do by now
     */
    Publisher<byte[]> of(
            HttpRequest<?> request,
            AtomicReference<Actor> caller,
            Permission needed,
            Streams.Place place,
            Flux<byte[]> events) {
        Sinks.Empty<Void> ended = Sinks.empty();
        Flux<byte[]> untilEnded = events.doOnTerminate(ended::tryEmitEmpty);
        Flux<byte[]> told = Flux.merge(1, untilEnded, heartbeats().takeUntilOther(ended.asMono()))
                .takeUntilOther(rightsLost(request, caller, needed))
                .takeUntilOther(leaving.whenBegun())
                .onErrorComplete(Rejection.class);
        Flux<byte[]> placed = Flux.defer(() -> place.begin() ? told.startWith(BEGINNING) : Flux.<byte[]>empty())
                .doFinally(end -> place.giveBack());
        return Delivery.of(placed, request, 1);
    }

    /** One waits to be sent at the most; whoever has not taken that when the next is due does not read. */
    private Flux<byte[]> heartbeats() {
        return Flux.interval(heartbeat)
                .onBackpressureError()
                .map(beat -> COMMENT)
                .onErrorMap(stalled -> new TimeoutException("The client does not read"));
    }

    /** Ends when the caller may no longer read the events. */
    private Mono<Void> rightsLost(HttpRequest<?> request, AtomicReference<Actor> caller, Permission needed) {
        return Flux.interval(RECHECK)
                .onBackpressureDrop()
                .concatMap(
                        due -> callers.again(request).doOnNext(now -> {
                            now.require(needed);
                            caller.set(now);
                        }),
                        0)
                .then()
                .onErrorComplete(Rejection.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
