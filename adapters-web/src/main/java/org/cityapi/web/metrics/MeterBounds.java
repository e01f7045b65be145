package org.cityapi.web.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;

/** Keeps what clients make up out of the metrics: each value of a tag is kept for good. */
@Factory
final class MeterBounds {

    /** Paths that lead nowhere are one already. Denied, not renamed: Micrometer remembers each name that it changed. */
    @Singleton
    MeterFilter noMethodsOfClientsOwnMaking() {
        return MeterFilter.deny(MeterBounds::hasOddMethod);
    }

    private static boolean hasOddMethod(Meter.Id id) {
        String method = id.getTag("method");
        return id.getName().equals("http.server.requests")
                && method != null
                && HttpMethod.parse(method) == HttpMethod.CUSTOM;
    }
}
