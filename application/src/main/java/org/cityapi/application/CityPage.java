package org.cityapi.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items in the order of the listing, whichever way it was reached
 * @param next the place after which the next page begins; null on the last
 * @param previous the place before which the previous page ends; null on the first
 */
public record CityPage(
        List<City> items, @Nullable Position next, @Nullable Position previous) {

    public CityPage {
        items = List.copyOf(items);
    }

    /** @param found what lies in the direction of the scroll, one more than wanted when there is more */
    static CityPage of(List<City> found, CitySort sort, Scroll scroll) {
        boolean more = found.size() > scroll.max();
        List<City> items = new ArrayList<>(more ? found.subList(0, scroll.max()) : found);
        if (scroll.backwards()) {
            Collections.reverse(items);
        }
        if (items.isEmpty()) {
            return new CityPage(items, null, null);
        }
        boolean later = scroll.backwards() ? scroll.from() != null : more;
        boolean earlier = scroll.backwards() ? more : scroll.from() != null;
        Position first = sort.positionOf(items.get(0));
        Position last = sort.positionOf(items.get(items.size() - 1));
        return new CityPage(items, later ? last : null, earlier ? first : null);
    }
}
