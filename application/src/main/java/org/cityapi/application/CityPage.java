package org.cityapi.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items in the order of the listing, whichever way it was reached
 * @param next the stretch that is the next page; null on the last
 * @param previous the stretch that is the previous page; null on the first
 */
public record CityPage(
        List<Hit> items, @Nullable Scroll next, @Nullable Scroll previous) {

    public CityPage {
        items = List.copyOf(items);
    }

    /** The cities of its items. */
    public List<City> cities() {
        return items.stream().map(Hit::city).toList();
    }

    /** @param found what lies in the direction of the scroll, one more than wanted when there is more */
    static CityPage of(List<Hit> found, Scroll scroll) {
        boolean more = found.size() > scroll.max();
        List<Hit> items = new ArrayList<>(more ? found.subList(0, scroll.max()) : found);
        if (scroll.backwards()) {
            Collections.reverse(items);
        }
        if (items.isEmpty()) {
            return beyond(scroll);
        }
        boolean later = scroll.backwards() ? scroll.from() != null : more;
        boolean earlier = scroll.backwards() ? more : scroll.from() != null;
        Scroll next = Scroll.after(items.get(items.size() - 1).position(), scroll.max());
        Scroll previous = new Scroll(items.get(0).position(), true, scroll.max());
        return new CityPage(items, later ? next : null, earlier ? previous : null);
    }

    /** Nothing is left beyond the place: the way back leads to the end of the list, or to its beginning. */
    private static CityPage beyond(Scroll scroll) {
        if (scroll.from() == null) {
            return new CityPage(List.of(), null, null);
        }
        return scroll.backwards()
                ? new CityPage(List.of(), Scroll.first(scroll.max()), null)
                : new CityPage(List.of(), null, new Scroll(null, true, scroll.max()));
    }

    /** The page with more items among its own, where their order puts them; a city that it has already stays where it is. */
    CityPage with(List<Hit> more, Comparator<Position> order) {
        Set<CityId> here = items.stream().map(hit -> hit.city().id()).collect(Collectors.toSet());
        List<Hit> all = Stream.concat(
                        items.stream(),
                        more.stream().filter(hit -> !here.contains(hit.city().id())))
                .sorted(Comparator.comparing(Hit::position, order))
                .toList();
        return new CityPage(all, next, previous);
    }
}
