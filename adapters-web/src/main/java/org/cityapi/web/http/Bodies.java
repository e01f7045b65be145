package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import java.util.List;

/** The bytes of a body whose media type is an accepted one. */
public final class Bodies {

    private static final MediaType MERGE_PATCH = MediaType.of("application/merge-patch+json");

    private Bodies() {}

    /** @throws UnsupportedMediaException (415) unless the body is {@code application/json} */
    public static byte[] json(HttpRequest<byte[]> request) {
        return of(request, List.of(MediaType.APPLICATION_JSON_TYPE));
    }

    /** @throws UnsupportedMediaException (415) unless it is {@code application/merge-patch+json} or plain JSON */
    public static byte[] mergePatch(HttpRequest<byte[]> request) {
        return of(request, List.of(MERGE_PATCH, MediaType.APPLICATION_JSON_TYPE));
    }

    private static byte[] of(HttpRequest<byte[]> request, List<MediaType> accepted) {
        MediaType type = request.getContentType().orElse(null);
        if (type == null || !accepted.contains(type) || !isUtf8(type)) {
            throw new UnsupportedMediaException(
                    String.valueOf(type),
                    accepted.stream().map(MediaType::getName).toList());
        }
        return request.getBody().orElse(new byte[0]);
    }

    private static boolean isUtf8(MediaType type) {
        return type.getParameters()
                .get("charset")
                .map("utf-8"::equalsIgnoreCase)
                .orElse(true);
    }
}
