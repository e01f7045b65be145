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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Finds the form token in a request: in its header, or else in a form's field. */
final class SentCsrfToken {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "csrf";

    /** The head of a part (RFC 7578, section 4.2), and its value, which no token would end by a line break. */
    private static final Pattern PART = Pattern.compile(
            "\r\ncontent-disposition: *form-data; *name=\"?" + FIELD + "\"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)\r\n--",
            Pattern.CASE_INSENSITIVE);

    private SentCsrfToken() {}

    /** Leaves the body as it was, for whoever answers. */
    static Mono<String> in(HttpRequest<?> request) {
        String header = request.getHeaders().get(HEADER);
        if (header != null) {
            return Mono.just(header);
        }
        String type =
                request.getContentType().map(MediaType::getName).orElse("").toLowerCase(Locale.ROOT);
        boolean plain = type.equals(MediaType.APPLICATION_FORM_URLENCODED);
        if (!(request instanceof ServerHttpRequest<?> server)
                || !(plain || type.equals(MediaType.MULTIPART_FORM_DATA))) {
            return Mono.empty();
        }
        return Mono.fromFuture(
                        server.byteBody().split(SplitBackpressureMode.FASTEST).buffer())
                .map(SentCsrfToken::text)
                .flatMap(text -> Mono.justOrEmpty(plain ? inFields(text) : inParts(text)));
    }

    private static String text(CloseableAvailableByteBody body) {
        try (body) {
            return new String(body.toByteArray(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<String> inFields(String text) {
        String start = FIELD + "=";
        return Stream.of(text.split("&", -1))
                .filter(pair -> pair.startsWith(start))
                .map(pair -> pair.substring(start.length()))
                .findFirst()
                .flatMap(SentCsrfToken::decode);
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inParts(String text) {
        Matcher matcher = PART.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
