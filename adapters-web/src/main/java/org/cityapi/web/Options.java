package org.cityapi.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.cityapi.web.http.Bodies;

/** What can be done with an address (RFC 9110, 9.3.7). */
final class Options {

    private static final String WHOLE_SERVER = "*";
    private static final String ALL = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

    private Options() {}

    /** Whether {@link #answer} is yet to make an answer of a refusal. */
    static boolean isUnanswered(HttpRequest<?> request, HttpResponse<?> response) {
        return request.getMethod() == HttpMethod.OPTIONS && response.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode();
    }

    /** Makes an answer to OPTIONS of the refusal of a method that has no route; other refusals stay. */
    static void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getPath().equals(WHOLE_SERVER)) {
            response.getHeaders().set(HttpHeaders.ALLOW, ALL);
        } else if (isUnanswered(request, response)) {
            allow(response);
        } else {
            return;
        }
        response.status(HttpStatus.NO_CONTENT).body(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE).remove(HttpHeaders.CONTENT_LANGUAGE);
        if (response.getHeaders().get(HttpHeaders.ALLOW).contains(HttpMethod.PATCH.name())) {
            response.getHeaders().set(HttpHeaders.ACCEPT_PATCH, Bodies.PATCHES);
        }
    }

    /** Lists the methods in one line, OPTIONS among them, and HEAD wherever GET is. */
    static void allow(MutableHttpResponse<?> response) {
        Set<String> methods = new TreeSet<>();
        for (String line : response.getHeaders().getAll(HttpHeaders.ALLOW)) {
            for (String method : line.split(",")) {
                methods.add(method.strip());
            }
        }
        methods.add(HttpMethod.OPTIONS.name());
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        response.getHeaders().set(HttpHeaders.ALLOW, String.join(", ", methods));
    }
}
