package org.cityapi.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.net.URI;
import org.cityapi.web.client.Clients;
import org.cityapi.web.http.Paths;
import org.jspecify.annotations.Nullable;

/** Sends requests over plain http to https where the operator wants that; the target never comes from the request. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ToHttps implements Ordered {

    private final String origin;
    private final Clients clients;
    private final AnswerHeaders headers;

    ToHttps(BrowserSettings settings, Clients clients, AnswerHeaders headers) {
        this.origin = settings.httpsOrigin();
        this.clients = clients;
        this.headers = headers;
    }

    /** Before anything is looked at or counted. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @PreMatching
    @RequestFilter
    @Nullable
    HttpResponse<?> redirect(HttpRequest<?> request) {
        if (origin.isEmpty() || Paths.isHealth(request.getPath()) || clients.isSecure(request)) {
            return null;
        }
        MutableHttpResponse<?> response = HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, origin + target(request.getUri()));
        // What is answered before the route is known passes no other filter.
        headers.add(request, response);
        return response;
    }

    /** What does not begin with a slash would run on from the host's name. */
    private static String target(URI asked) {
        String path = asked.getRawPath();
        String query = asked.getRawQuery();
        return path == null || !path.startsWith("/") ? "/" : path + (query == null ? "" : "?" + query);
    }
}
