package org.cityapi.auth.browser;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;

/** Tells programs' paths from those of browsers: under {@code /api}, no cookie counts. */
final class ApiPaths {

    private static final String API = "/api";

    private ApiPaths() {}

    /** By the route that answers: however a path is spelt, that is what it leads to. */
    static boolean isProgram(HttpRequest<?> request) {
        return isBelow(request.getPath())
                || RouteAttributes.getRouteInfo(request)
                        .filter(UriRouteInfo.class::isInstance)
                        .map(route -> ((UriRouteInfo<?, ?>) route)
                                .getUriMatchTemplate()
                                .toPathString())
                        .filter(ApiPaths::isBelow)
                        .isPresent();
    }

    private static boolean isBelow(String path) {
        return path.equals(API) || path.startsWith(API + "/");
    }
}
