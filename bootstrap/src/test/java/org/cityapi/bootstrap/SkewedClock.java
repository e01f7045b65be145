package org.cityapi.bootstrap;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of registers that start while the property says by how much it is wrong. */
@Factory
final class SkewedClock {

    static final String BY = "test.clock.skew";

    @Singleton
    @Replaces(value = Clock.class, factory = Wiring.class)
    @Requires(property = BY)
    Clock clock(@Value("${" + BY + "}") Duration by) {
        return Clock.offset(Clock.systemUTC(), by);
    }
}
