package org.cityapi.web.limit;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.Usage;

/** A request as it was counted, told as draft-ietf-httpapi-ratelimit-headers-09 writes it. */
record Counted(Quota quota, Usage usage) {

    /** How long it is until the quota is whole again. */
    long seconds() {
        return usage.reset().plusNanos(999_999_999).toSeconds();
    }

    void tell(MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        String name = '"' + quota.name() + '"';
        headers.set(
                "RateLimit-Policy",
                name + ";q=" + quota.uses() + ";w=" + quota.window().toSeconds());
        headers.set("RateLimit", name + ";r=" + usage.left() + ";t=" + seconds());
        if (response.code() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds()));
        }
    }
}
