package org.cityapi.web.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Counts requests before anything else is done with them, so that refusals of any kind count. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Entrance implements Ordered {

    private final ClientLimits limits;
    private final ExecutorService blocking;

    Entrance(ClientLimits limits, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.limits = limits;
        this.blocking = blocking;
    }

    /** Behind the redirect to https, which costs nothing. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }

    /** Where the counts may have to be waited for, all that follows is done on a thread that may wait. */
    @PreMatching
    @RequestFilter
    CompletionStage<HttpRequest<?>> enter(HttpRequest<?> request) {
        return limits.mayWait()
                ? CompletableFuture.supplyAsync(() -> entered(request), blocking)
                : CompletableFuture.completedFuture(entered(request));
    }

    private HttpRequest<?> entered(HttpRequest<?> request) {
        limits.enter(request);
        return request;
    }
}
