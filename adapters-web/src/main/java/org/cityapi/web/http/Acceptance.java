package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.RouteAttributes;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a client can do with what a route gives. Micronaut's router knows no other way than not to find the route, before
 * anybody has asked who calls; here it is told once that is known, with the parameters (see {@link QueryParameters}).
 */
public final class Acceptance {

    /** Stands for the router behind all types that are welcome: those alone are meant. */
    public static final String ANY_WAY = MediaType.ALL;

    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");

    private Acceptance() {}

    /**
     * Whether what is acceptable is judged here, and not by the router: wherever parameters are judged strictly.
     *
     * @param target as the request line has it, be it with scheme and host before (RFC 9112, 3.2.2)
     */
    public static boolean isJudgedAt(String target) {
        String path = ORIGIN.matcher(target).replaceFirst("").split("\\?", 2)[0];
        return Paths.isBelow(path, "/api/v2")
                || Paths.isBelow(path, "/api/v1")
                || path.equals("/cities")
                || path.equals("/prometheus");
    }

    /** @throws HttpStatusException (406) when the route gives nothing that is welcome */
    static void check(HttpRequest<?> request) {
        Collection<MediaType> welcome = request.accept();
        if (welcome.isEmpty()) {
            return;
        }
        List<MediaType> given = RouteAttributes.getRouteInfo(request)
                .map(route -> route.getProduces())
                .orElse(List.of());
        if (!given.contains(MediaType.ALL_TYPE) && welcome.stream().noneMatch(given::contains)) {
            throw new HttpStatusException(HttpStatus.NOT_ACCEPTABLE, (Object) null);
        }
    }
}
