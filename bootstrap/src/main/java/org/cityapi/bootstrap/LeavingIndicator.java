package org.cityapi.bootstrap;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.cityapi.web.Leaving;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A node that is about to stop is not ready for more. */
@Singleton
@Readiness
record LeavingIndicator(Leaving leaving) implements HealthIndicator {

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = leaving.isBegun() ? HealthStatus.DOWN : HealthStatus.UP;
        return Mono.just(HealthResult.builder("leaving", status).build());
    }
}
