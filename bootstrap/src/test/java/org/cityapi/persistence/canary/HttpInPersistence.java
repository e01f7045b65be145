package org.cityapi.persistence.canary;

import io.micronaut.http.HttpRequest;

/** Breaks the rule that the store knows nothing of HTTP. */
public final class HttpInPersistence {

    private HttpInPersistence() {}

    public static String path(HttpRequest<?> request) {
        return request.getPath();
    }
}
