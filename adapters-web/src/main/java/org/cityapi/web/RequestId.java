package org.cityapi.web;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id by which a request, its answer and its log lines find together. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "org.cityapi.requestId";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~+/=:@-]{1,64}");

    private RequestId() {}

    /** The request's own id when it is a plain token of up to 64 characters, else one that is made once. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String own = request.getHeaders().get(HEADER);
            String id = own != null && PLAIN.matcher(own).matches()
                    ? own
                    : UUID.randomUUID().toString();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }
}
