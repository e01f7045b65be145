package org.cityapi.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * Puts in order the preferences of a request that the framework reads, too: it fails on some that it cannot read.
 *
 * <p>{@code Accept-Language} is reduced to the language of the answer; {@code Accept-Charset}, which is no longer in use
 * (RFC 9110, 12.5.2), is taken away.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Preferences implements Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @PreMatching
    @RequestFilter
    void order(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(HttpHeaders.ACCEPT_CHARSET);
            if (headers.contains(HttpHeaders.ACCEPT_LANGUAGE)) {
                headers.set(HttpHeaders.ACCEPT_LANGUAGE, Languages.of(request).toLanguageTag());
            }
        }
    }
}
