package org.cityapi.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;

/** The questions of browsers whether a page of another origin may ask for something (the Fetch standard, 3.2.2). */
public final class Preflights {

    private Preflights() {}

    /** Whether that is all that is asked. */
    public static boolean isOne(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return request.getMethod() == HttpMethod.OPTIONS
                && headers.contains(HttpHeaders.ORIGIN)
                && headers.contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
