package org.cityapi.auth;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.cityapi.domain.rejection.Rejection;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs work that may wait for stores and providers where waiting is allowed, as a part of its request. */
@Singleton
public final class Waiting {

    private final Scheduler blocking;

    private static final String HEALTH = "/health";

    Waiting(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    public <T> Mono<T> run(HttpRequest<?> request, Supplier<T> work) {
        Mono<T> done = Mono.fromCallable(() -> ServerRequestContext.with(request, work))
                .subscribeOn(blocking);
        // Probes hear how this node is, whoever asks: were each told that the store is away, all nodes would be ended
        // at once.
        return request.getPath().startsWith(HEALTH) ? done.onErrorComplete(Rejection.Unavailable.class) : done;
    }
}
