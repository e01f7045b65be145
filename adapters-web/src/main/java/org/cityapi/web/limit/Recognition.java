package org.cityapi.web.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Counts the requests of those whom the security filter has made out. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Recognition implements Ordered {

    private final ClientLimits limits;

    Recognition(ClientLimits limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void recognize(HttpRequest<?> request) {
        limits.recognize(request);
    }
}
