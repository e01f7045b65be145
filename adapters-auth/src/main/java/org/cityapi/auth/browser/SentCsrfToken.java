package org.cityapi.auth.browser;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Finds the form token in a request: in its header, or else in a field of a plain form; of a form in parts its page reads it. */
final class SentCsrfToken {

    static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "csrf";

    private SentCsrfToken() {}

    /** Leaves the body as it was, for whoever answers. */
    static Mono<String> in(HttpRequest<?> request) {
        String header = request.getHeaders().get(HEADER);
        if (header != null) {
            return Mono.just(header);
        }
        String type =
                request.getContentType().map(MediaType::getName).orElse("").toLowerCase(Locale.ROOT);
        if (!(request instanceof ServerHttpRequest<?> server) || !type.equals(MediaType.APPLICATION_FORM_URLENCODED)) {
            return Mono.empty();
        }
        return Mono.fromFuture(
                        server.byteBody().split(SplitBackpressureMode.FASTEST).buffer())
                .map(SentCsrfToken::text)
                .flatMap(text -> Mono.justOrEmpty(inFields(text)));
    }

    private static String text(CloseableAvailableByteBody body) {
        try (body) {
            return new String(body.toByteArray(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The first of them; the text is not taken apart, for it may have any number of fields. */
    private static Optional<String> inFields(String text) {
        String start = "&" + FIELD + "=";
        String form = "&" + text;
        int found = form.indexOf(start);
        if (found < 0) {
            return Optional.empty();
        }
        int from = found + start.length();
        int end = form.indexOf('&', from);
        return decode(end < 0 ? form.substring(from) : form.substring(from, end));
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
