package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.cityapi.application.CityPage;
import org.cityapi.domain.city.Scroll;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing as version 2 sends it.
 *
 * @param items each a {@link CityV2}, or those of its fields that were asked for
 * @param nextCursor leads to the next page; null on the last
 * @param prevCursor leads to the previous page; null on the first
 * @param total how many there are on all pages; absent unless it was asked for
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CityPageV2(
        @ArraySchema(schema = @Schema(implementation = CityV2.class))
        List<?> items,

        @Nullable String nextCursor,
        @Nullable String prevCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    static CityPageV2 of(CityPage page, Listing listing, Cursors cursors, @Nullable Long total, Locale language) {
        boolean withNames = listing.fields().contains("otherNames");
        List<CityV2> cities = page.items().stream()
                .map(hit -> CityV2.listed(hit, language, withNames))
                .toList();
        return new CityPageV2(
                listing.fields().isEmpty()
                        ? cities
                        : cities.stream()
                                .map(city -> city.only(listing.fields()))
                                .toList(),
                cursor(page.next(), listing, cursors),
                cursor(page.previous(), listing, cursors),
                total);
    }

    private static @Nullable String cursor(@Nullable Scroll scroll, Listing listing, Cursors cursors) {
        return scroll == null ? null : cursors.write(scroll, listing.query());
    }
}
