package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.web.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Gives every resource one address: with a slash at the end, which the router passes over, or an id
 * with zeros in front, there is nothing for programs.
 * People, who type addresses, are led to the page without them.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OneAddress {

    /** A path of ours with slashes at its end; what begins with two of them, or a backslash, would lead to another host. */
    private static final Pattern SLASHED = Pattern.compile("(/[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*?)/+");

    /** The page of a city or an import whose id has zeros in front, which the router does not know. */
    private static final Pattern PADDED =
            Pattern.compile("(/(?:cities|imports|imports/new)/)0+([1-9][0-9]*(?:/[a-z/]+)?)");

    private final AnswerHeaders headers;

    OneAddress(AnswerHeaders headers) {
        this.headers = headers;
    }

    @PreMatching
    @RequestFilter
    @Nullable
    HttpResponse<?> oneAddress(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.length() <= 1 || !path.endsWith("/")) {
            return path.contains("/0") ? withoutZeros(request) : null;
        }
        Matcher slashed = SLASHED.matcher(String.valueOf(request.getUri().getRawPath()));
        if (!isRead(request) || !Paths.isPageWanted(request) || !slashed.matches()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "A slash at the end");
        }
        return leadTo(request, slashed.group(1));
    }

    /** An id may have been written with zeros in front; no page has such an address itself. */
    private @Nullable HttpResponse<?> withoutZeros(HttpRequest<?> request) {
        Matcher padded = PADDED.matcher(String.valueOf(request.getUri().getRawPath()));
        return isRead(request) && padded.matches() && Paths.isPageWanted(request)
                ? leadTo(request, padded.group(1) + padded.group(2))
                : null;
    }

    private static boolean isRead(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    private HttpResponse<?> leadTo(HttpRequest<?> request, String path) {
        String query = request.getUri().getRawQuery();
        MutableHttpResponse<?> answer = HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, path + (query == null ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        // What is answered before the route is known passes no other filter.
        headers.add(request, answer);
        return answer;
    }
}
