package org.cityapi.auth.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** Sends browsers on, with a GET whatever they came with (RFC 9110, section 15.4.4). */
final class Redirects {

    private Redirects() {}

    /** Kept by nobody, and with nothing in {@code Referer}: addresses on the way hold codes. */
    static MutableHttpResponse<?> to(String address) {
        return HttpResponse.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    /** To where a form may not lead: an empty page that goes on by itself (HTML Living Standard, "Refresh"). */
    static MutableHttpResponse<?> byRefresh(String address) {
        return HttpResponse.ok()
                .header("Refresh", "0; url=" + address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer");
    }
}
