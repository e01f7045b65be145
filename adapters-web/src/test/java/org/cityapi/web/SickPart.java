package org.cityapi.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A part without which the register is not well. */
@Singleton
@Requires(property = "sick")
final class SickPart implements HealthIndicator {

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("sick", HealthStatus.DOWN).build());
    }
}
