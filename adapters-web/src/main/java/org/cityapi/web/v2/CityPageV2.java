package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
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
}
