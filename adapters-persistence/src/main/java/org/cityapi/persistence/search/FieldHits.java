package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.CityListing;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.Sql;

/**
 * Hits by a field. Few are gathered and sorted; where they are many, they are soon met on a walk in the order asked for.
 * A walk that does not meet enough of them is given up, for it might lead through all cities.
 */
record FieldHits(Hits hits) {

    List<Hit> find(Scroll scroll) throws SQLException {
        SearchText text = hits.query().text();
        if (text != null) {
            return byNames(text, scroll);
        }
        return hits.query().filter().isLocal() ? byPlace(scroll) : walk(scroll, Integer.MAX_VALUE);
    }

    private List<Hit> byNames(SearchText text, Scroll scroll) throws SQLException {
        if (text.key().value().length() <= hits.costs().brief()) {
            List<Hit> met = walk(scroll, hits.costs().read() * scroll.max());
            if (met.size() == scroll.max()) {
                return met;
            }
        }
        Set<Long> ids = hits.ids(new Lookup.Words(text));
        if (ids.size() >= hits.costs().many()) {
            Optional<List<Hit>> met = meet(scroll, spot -> ids.contains(spot.id()));
            if (met.isPresent()) {
                return met.get();
            }
        }
        return hits.stretch(hits.positions(hits.with(ids), Spot::position), scroll);
    }

    private List<Hit> byPlace(Scroll scroll) throws SQLException {
        List<Spot> spots = hits.fewer(hits.cells(), hits.costs().many());
        if (spots == null) {
            Optional<List<Hit>> met = meet(scroll, any -> true);
            if (met.isPresent()) {
                return met.get();
            }
            spots = hits.read(hits.spots().in(hits.cells()));
        }
        return hits.stretch(hits.positions(spots, Spot::position), scroll);
    }

    /** A full stretch, met on a walk that reads what is sorted alone; empty when it was given up. */
    private Optional<List<Hit>> meet(Scroll scroll, Predicate<Spot> wanted) throws SQLException {
        Sql met =
                hits.spots().met(hits.query().fieldSort(), scroll, hits.costs().met() * scroll.max());
        List<Long> ids =
                hits.first(met, scroll.max(), wanted).stream().map(Spot::id).toList();
        return ids.size() < scroll.max() ? Optional.empty() : Optional.of(hits.hits(ids));
    }

    /** Hits met on a walk that reads whole cities: all of them, or those among the first so many. */
    private List<Hit> walk(Scroll scroll, int most) throws SQLException {
        List<Hit> found = new ArrayList<>();
        Position from = scroll.from();
        int size = scroll.max();
        for (int read = 0; read < most; ) {
            Scroll next = new Scroll(from, scroll.backwards(), size);
            List<City> cities =
                    new CityListing(hits.anywhere(), hits.query().fieldSort(), next).cities(hits.connection());
            for (City city : cities) {
                hits.query()
                        .hit(city)
                        .filter(hit -> found.size() < scroll.max())
                        .ifPresent(found::add);
            }
            if (found.size() == scroll.max() || cities.size() < size) {
                return found;
            }
            from = hits.query().fieldSort().positionOf(cities.get(cities.size() - 1));
            read += size;
            size = Math.min(500, 2 * size);
        }
        return found;
    }
}
