package org.cityapi.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.resource.StaticResourceResolver;

/**
 * Micronaut's guard, which keeps the pages of other sites away from a server on the loopback address, with the origins
 * let through that are this server's own, and a refusal in our form.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Replaces(CorsFilter.class)
final class OwnOrigins extends CorsFilter {

    private final String publicUrl;

    OwnOrigins(
            HttpServerConfiguration.CorsConfiguration configuration,
            StaticResourceResolver resources,
            Router router,
            HttpHostResolver hosts,
            WebSettings settings) {
        super(configuration, resources, router, hosts);
        this.publicUrl = settings.publicUrl();
    }

    @Override
    protected boolean shouldDenyToPreventDriveByLocalhostAttack(String origin, HttpRequest<?> request) {
        if (!isOwn(origin) && super.shouldDenyToPreventDriveByLocalhostAttack(origin, request)) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "foreign origin");
        }
        return false;
    }

    /** An origin has no path (RFC 6454, 7); the public address may have one. */
    private boolean isOwn(String origin) {
        return origin.matches("http://\\[::1](:[0-9]+)?")
                || publicUrl.equals(origin)
                || (!origin.isEmpty() && publicUrl.startsWith(origin + "/"));
    }
}
