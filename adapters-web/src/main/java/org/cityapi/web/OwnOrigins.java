package org.cityapi.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.resource.StaticResourceResolver;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Micronaut's guard, which keeps the pages of other sites away from a server on the loopback address, with the origins
 * let through that are this server's own, and a refusal in our form.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Replaces(CorsFilter.class)
final class OwnOrigins extends CorsFilter {

    private static final Pattern LOOPBACK = Pattern.compile("http://\\[::1](:[0-9]+)?");

    private final String publicUrl;
    private final Cors cors;

    OwnOrigins(
            HttpServerConfiguration.CorsConfiguration configuration,
            StaticResourceResolver resources,
            Router router,
            WebSettings settings,
            Cors cors) {
        super(configuration, resources, router, OwnOrigins::host);
        this.publicUrl = settings.publicUrl();
        this.cors = cors;
    }

    @Override
    protected boolean shouldDenyToPreventDriveByLocalhostAttack(String origin, HttpRequest<?> request) {
        if (!isOwn(origin)
                && !cors.allows(origin, request)
                && super.shouldDenyToPreventDriveByLocalhostAttack(origin, request)) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "foreign origin");
        }
        return false;
    }

    /** Micronaut's resolver believes whatever {@code X-Forwarded-Host} and {@code Forwarded} say. */
    private static String host(@Nullable HttpRequest<?> request) {
        String host = request == null ? null : request.getHeaders().get(HttpHeaders.HOST);
        return "http://" + (host == null ? "" : host);
    }

    /** The public address has no path, as an origin has none (RFC 6454, 7). */
    private boolean isOwn(String origin) {
        return LOOPBACK.matcher(origin).matches() || (!origin.isEmpty() && publicUrl.equals(origin));
    }
}
