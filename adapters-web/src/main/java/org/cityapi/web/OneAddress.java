package org.cityapi.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.annotation.PreMatching;

/** Gives every resource one address: with a slash at the end, which the router passes over, there is nothing. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OneAddress {

    @PreMatching
    @RequestFilter
    void refuseSlashAtTheEnd(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.length() > 1 && path.endsWith("/")) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "A slash at the end");
        }
    }
}
