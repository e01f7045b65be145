package org.cityapi.auth;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Reads the one place where a token may stand: the header {@code Authorization} (RFC 6750, section 2.1). */
final class BearerHeader {

    private static final String SCHEME = "Bearer";

    private BearerHeader() {}

    /**
     * The token; null when the request carries none.
     *
     * @throws Rejection.UnreadableCredentials when it is empty, or when a second header leaves open who is asking
     */
    static @Nullable String tokenIn(HttpHeaders headers) {
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw new Rejection.UnreadableCredentials("The request has more than one Authorization header");
        }
        String value = values.get(0).strip();
        int blank = value.indexOf(' ');
        String scheme = blank < 0 ? value : value.substring(0, blank);
        if (!SCHEME.equalsIgnoreCase(scheme)) {
            return null;
        }
        if (blank < 0) {
            throw new Rejection.UnreadableCredentials("The Authorization header holds no token");
        }
        return value.substring(blank).strip();
    }
}
