package org.cityapi.application.canary;

import io.micronaut.http.HttpRequest;

/** Breaks the rule that use cases know the domain alone. */
public final class FrameworkInApplication {

    private FrameworkInApplication() {}

    public static String path(HttpRequest<?> request) {
        return request.getPath();
    }
}
