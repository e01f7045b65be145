package org.cityapi.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import java.util.List;

/** The bytes of a body whose media type is an accepted one. */
public final class Bodies {

    /** The media types that PATCH takes, as {@code Accept-Patch} lists them (RFC 5789, 3.1). */
    public static final String PATCHES = "application/merge-patch+json, application/json";

    /** Where files are sent to. */
    private static final String IMPORTS = "/api/v2/imports";

    private static final MediaType MERGE_PATCH = MediaType.of("application/merge-patch+json");

    private Bodies() {}

    /** The content codings that are taken where a request is sent to (RFC 9110, 12.5.3): only files may be packed. */
    public static String codings(HttpRequest<?> request) {
        return request.getPath().equals(IMPORTS) ? "gzip, identity" : "identity";
    }

    /** @throws UnsupportedMediaException (415) unless the body is plain {@code application/json} */
    public static byte[] json(HttpRequest<byte[]> request) {
        return of(request, List.of(MediaType.APPLICATION_JSON_TYPE));
    }

    /** @throws UnsupportedMediaException (415) unless it is {@code application/merge-patch+json} or plain JSON */
    public static byte[] mergePatch(HttpRequest<byte[]> request) {
        return of(request, List.of(MERGE_PATCH, MediaType.APPLICATION_JSON_TYPE));
    }

    private static byte[] of(HttpRequest<byte[]> request, List<MediaType> accepted) {
        MediaType type = request.getContentType().orElse(null);
        if (type == null || !accepted.contains(type) || !isUtf8(type) || isCoded(request)) {
            throw new UnsupportedMediaException(
                    String.valueOf(type),
                    accepted.stream().map(MediaType::getName).toList());
        }
        return request.getBody().orElse(new byte[0]);
    }

    /** No content coding is taken, so that the limit of a body counts the bytes that there are to read. */
    private static boolean isCoded(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
    }

    private static boolean isUtf8(MediaType type) {
        return type.getParameters()
                .get("charset")
                .map("utf-8"::equalsIgnoreCase)
                .orElse(true);
    }
}
