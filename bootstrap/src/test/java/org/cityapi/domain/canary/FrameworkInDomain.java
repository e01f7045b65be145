package org.cityapi.domain.canary;

import io.micronaut.http.HttpRequest;

/** Breaks the rule that the domain is plain Java, so that a test can see the rule trip. */
public final class FrameworkInDomain {

    private FrameworkInDomain() {}

    public static String path(HttpRequest<?> request) {
        return request.getPath();
    }
}
