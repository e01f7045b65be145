package org.cityapi.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.cityapi.web.http.Paths;

/** Counts who still calls version 1: nobody can end it without knowing. */
@Singleton
public final class VersionOneUse {

    private static final String COUNTER = "cityapi.v1.requests";
    private static final String COUNTED = "org.cityapi.v1.counted";
    private static final int MAX_NAMES = 100;

    private final MeterRegistry meters;
    private final ClientNames names = new ClientNames(MAX_NAMES);

    VersionOneUse(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a request of version 1 with its answer, refused or not; once, however often it is answered. */
    public void count(HttpRequest<?> request, HttpResponse<?> response) {
        if (request.getAttribute(COUNTED).isPresent()) {
            return;
        }
        request.setAttribute(COUNTED, true);
        Counter.builder(COUNTER)
                .description("Requests to version 1, by client")
                .tags(Tags.of(
                        "client", names.of(request),
                        "method", method(request),
                        "uri", route(request.getPath()),
                        "status", response.code() / 100 + "xx"))
                .register(meters)
                .increment();
    }

    /** Methods of a client's own making are one. */
    private static String method(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.CUSTOM ? "other" : request.getMethodName();
    }

    /** The template of the path; paths that lead nowhere are one. */
    private static String route(String path) {
        if (path.equals("/cities") || path.equals("/api/v1/cities")) {
            return path;
        }
        boolean one = Paths.isBelow(path, "/api/v1/cities") && path.lastIndexOf('/') == "/api/v1/cities".length();
        return one ? "/api/v1/cities/{id}" : "other";
    }
}
