package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import org.cityapi.web.http.Preflights;

/**
 * Lets pages of the configured origins read the API (the Fetch standard, 3.2): never with cookies, and never by
 * repeating an origin that is not on the list. Micronaut's own filter opens all paths, repeats any origin for
 * {@code *}, and refuses without a problem.
 */
@Singleton
final class Cors {

    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String ASKED =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, X-Request-Id";
    private static final String TOLD = "ETag, Link, Location, X-Request-Id, RateLimit, RateLimit-Policy, Retry-After,"
            + " Deprecation, Sunset, Idempotency-Replayed, Change-Sequence, Content-Disposition, WWW-Authenticate, Accept-Patch, Allow";
    private static final String SECONDS = "7200";

    private final List<String> origins;
    private final boolean any;

    Cors(BrowserSettings settings) {
        this.origins = settings.corsOrigins();
        this.any = origins.contains(ANY);
    }

    /** Whether pages of other origins may read what is there. */
    boolean isOpenAt(String path) {
        return !origins.isEmpty() && path.startsWith("/api/");
    }

    /** Whether pages of that origin may read what the request asks for. */
    boolean allows(String origin, HttpRequest<?> request) {
        return isOpenAt(request.getPath()) && (any || origins.contains(origin));
    }

    void put(HttpRequest<?> request, MutableHttpHeaders headers) {
        if (!isOpenAt(request.getPath())) {
            return;
        }
        if (!any) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null && allows(origin, request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, any ? ANY : origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, TOLD);
            if (Preflights.isOne(request)) {
                headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
                headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ASKED);
                headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS);
            }
        }
    }
}
