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
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.web.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Gives every resource one address: with a slash at the end, which the router passes over, there is nothing for programs.
 * People, who type addresses, are led to the page without it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OneAddress {

    /** A path of ours with slashes at its end; what begins with two of them, or a backslash, would lead to another host. */
    private static final Pattern SLASHED = Pattern.compile("(/[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*?)/+");

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
            return null;
        }
        URI asked = request.getUri();
        Matcher slashed = SLASHED.matcher(String.valueOf(asked.getRawPath()));
        boolean isRead = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (!isRead || !Paths.isPageWanted(request) || !slashed.matches()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "A slash at the end");
        }
        String query = asked.getRawQuery();
        MutableHttpResponse<?> answer = HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, slashed.group(1) + (query == null ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        // What is answered before the route is known passes no other filter.
        headers.add(request, answer);
        return answer;
    }
}
