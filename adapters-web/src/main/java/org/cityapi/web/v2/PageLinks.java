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
        String first = first(request);
        StringJoiner links = new StringJoiner(", ");
        links.add(link(first, "first"));
        if (previous != null) {
            links.add(link(at(first, previous), "prev"));
        }
        if (next != null) {
            links.add(link(at(first, next), "next"));
        }
        return links.toString();
    }

    private static String first(HttpRequest<?> request) {
        UriBuilder target = UriBuilder.of(URI.create(request.getPath()));
        request.getParameters().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                target.queryParam(name, values.toArray());
            }
        });
        return target.build().toString();
    }

    /** @param cursor of letters that a query holds as they are */
    private static String at(String first, String cursor) {
        return first + (first.contains("?") ? '&' : '?') + "cursor=" + cursor;
    }

    private static String link(String target, String relation) {
        return "<" + target + ">; rel=\"" + relation + '"';
    }
}
