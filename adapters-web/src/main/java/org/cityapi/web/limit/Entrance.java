package org.cityapi.web.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Counts requests before anything else is done with them, so that refusals of any kind count. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Entrance implements Ordered {

    private final ClientLimits limits;

    Entrance(ClientLimits limits) {
        this.limits = limits;
    }

    /** Behind the redirect to https, which costs nothing. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }

    @PreMatching
    @RequestFilter
    void enter(HttpRequest<?> request) {
        limits.enter(request);
    }
}
