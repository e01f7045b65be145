package org.cityapi.bootstrap;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.health.HealthStatus;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.jdbc.JdbcIndicator;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.cityapi.persistence.ConsistentReads;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the database can be read; without its replica a register is as well. Micronaut's own asks all pools.
 *
 * <p>Whether a node is ready is another question: all nodes have the same database, so that none has more to offer while it
 * is away, and each still answers from what it keeps and from the replica.
 */
@Singleton
@Replaces(JdbcIndicator.class)
final class DatabaseIndicator implements HealthIndicator {

    private static final String READINESS = "/health/readiness";

    private final ConsistentReads reads;
    private final ExecutorService blocking;

    DatabaseIndicator(ConsistentReads reads, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.reads = reads;
        this.blocking = blocking;
    }

    private static boolean isAskedForReadiness() {
        return ServerRequestContext.currentRequest()
                .filter(request -> request.getPath().equals(READINESS))
                .isPresent();
    }

    @Override
    public Publisher<HealthResult> getResult() {
        if (isAskedForReadiness()) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> reads.inOneState(connection -> HealthStatus.UP))
                .onErrorReturn(HealthStatus.DOWN)
                .subscribeOn(Schedulers.fromExecutorService(blocking))
                .map(status -> HealthResult.builder("database", status).build());
    }
}
