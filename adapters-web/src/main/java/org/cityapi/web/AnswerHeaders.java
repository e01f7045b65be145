package org.cityapi.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.cityapi.web.limit.ClientLimits;
import org.cityapi.web.metrics.VersionOneUse;

/** Puts on every answer the headers that every answer carries. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class AnswerHeaders implements Ordered {

    /** Marks a request that may have been done: whoever sends it again by himself may do it twice. */
    public static final String NO_RETRY = "org.cityapi.no-retry";

    /** Seconds to wait before trying again, for a 503 that says nothing else, such as that of health. */
    private static final String RETRY = "2";

    private final VersionOne versionOne;

    private final SecurityHeaders security;
    private final Cors cors;
    private final ClientLimits limits;
    private final VersionOneUse use;
    private final Leaving leaving;

    AnswerHeaders(
            VersionOne versionOne,
            SecurityHeaders security,
            Cors cors,
            ClientLimits limits,
            VersionOneUse use,
            Leaving leaving) {
        this.versionOne = versionOne;
        this.security = security;
        this.cors = cors;
        this.limits = limits;
        this.use = use;
        this.leaving = leaving;
    }

    /** Outermost: the answers that other filters give are included. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getMethod() == HttpMethod.OPTIONS) {
            Options.answer(request, response);
        }
        add(request, response);
    }

    /** For answers that no filter sees: those given before the route was known. Those that one sees may come twice. */
    public void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(RequestId.HEADER, RequestId.of(request));
        security.put(request, response.getHeaders());
        cors.put(request, response.getHeaders());
        limits.tell(request, response);
        if (response.code() >= 400 || !response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (response.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            Options.allow(response);
        }
        if (response.code() == HttpStatus.SERVICE_UNAVAILABLE.getCode()
                && !response.getHeaders().contains(HttpHeaders.RETRY_AFTER)
                && request.getAttribute(NO_RETRY).isEmpty()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY);
        }
        if (leaving.isBegun()) {
            response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        versionOne.mark(request, response);
        if (VersionOne.answers(request) && !Options.isUnanswered(request, response)) {
            use.count(request, response);
        }
    }
}
