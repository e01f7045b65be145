package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The value of {@code Link} (RFC 8288) on pages of a listing. */
final class PageLinks {

    private PageLinks() {}

    /**
     * The links first, prev and next, each with all the parameters of the request.
     *
     * @param previous the cursor of the previous page; null where there is none
     * @param next the cursor of the next page; null where there is none
     */
    static String of(HttpRequest<?> request, @Nullable String previous, @Nullable String next) {
        StringJoiner links = new StringJoiner(", ");
        links.add(link(request, null, "first"));
        if (previous != null) {
            links.add(link(request, previous, "prev"));
        }
        if (next != null) {
            links.add(link(request, next, "next"));
        }
        return links.toString();
    }

    private static String link(HttpRequest<?> request, @Nullable String cursor, String relation) {
        UriBuilder target = UriBuilder.of(URI.create(request.getPath()));
        request.getParameters().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                target.queryParam(name, values.toArray());
            }
        });
        if (cursor != null) {
            target.queryParam("cursor", cursor);
        }
        return "<" + target.build() + ">; rel=\"" + relation + '"';
    }
}
