package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.cityapi.application.CityPage;
import org.cityapi.domain.city.Scroll;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing as version 2 sends it.
 *
 * @param nextCursor leads to the next page; null on the last
 * @param prevCursor leads to the previous page; null on the first
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CityPageV2(
        List<CityV2> items,
        @Nullable String nextCursor,
        @Nullable String prevCursor) {

    static CityPageV2 of(CityPage page, Listing listing, Cursors cursors, Locale language) {
        return new CityPageV2(
                page.items().stream().map(city -> CityV2.listed(city, language)).toList(),
                cursor(page.next(), listing, cursors),
                cursor(page.previous(), listing, cursors));
    }

    private static @Nullable String cursor(@Nullable Scroll scroll, Listing listing, Cursors cursors) {
        return scroll == null ? null : cursors.write(scroll, listing.filter(), listing.sort());
    }

    /** The value of {@code Link} (RFC 8288): first, prev and next, each with all the parameters of the request. */
    String links(HttpRequest<?> request) {
        StringJoiner links = new StringJoiner(", ");
        links.add(link(request, null, "first"));
        if (prevCursor != null) {
            links.add(link(request, prevCursor, "prev"));
        }
        if (nextCursor != null) {
            links.add(link(request, nextCursor, "next"));
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
