package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.CityListing;
import org.cityapi.persistence.NameIndex.Lookup;

/**
 * Hits by a field. Few are gathered and sorted; many are soon met on a walk in the order asked for. Which it is in an area
 * shows while both are tried, each time with more patience: so it costs little more than the better of the two.
 */
record FieldHits(Hits hits) {

    /** By how much more is tried each time. */
    private static final int MORE = 4;

    List<Hit> find(Scroll scroll) throws SQLException {
        SearchText text = hits.query().text();
        if (text != null) {
            return byNames(text, scroll);
        }
        return hits.query().filter().isLocal()
                ? byPlace(scroll)
                : walk(scroll, Integer.MAX_VALUE).orElseThrow();
    }

    private List<Hit> byNames(SearchText text, Scroll scroll) throws SQLException {
        Lookup words = new Lookup.Words(text);
        Optional<List<Hit>> read = walk(scroll, new Frequency(hits, words).reads(scroll.max()));
        if (read.isPresent()) {
            return read.get();
        }
        Set<Long> ids = hits.ids(words);
        if (ids.size() >= hits.costs().many()) {
            int usual = hits.costs().met() * scroll.max();
            int visits = asksForPlaces() ? usual : Math.max(usual, hits.costs().gathered() * ids.size());
            Optional<List<Hit>> met = meet(scroll, spot -> ids.contains(spot.id()), visits);
            if (met.isPresent()) {
                return met.get();
            }
        }
        return hits.stretch(hits.positions(hits.with(ids), Spot::position), scroll);
    }

    private List<Hit> byPlace(Scroll scroll) throws SQLException {
        Cells cells = hits.cells();
        boolean told = hits.spots().areToldBy(hits.query().fieldSort());
        int each = told ? hits.costs().passed() : hits.costs().met();
        for (int patience = 1; ; patience = times(MORE, patience)) {
            Optional<List<Hit>> found =
                    gather(scroll, cells, times(patience, hits.costs().many()));
            if (found.isEmpty()) {
                found = meet(scroll, any -> true, times(patience, each * scroll.max()));
            }
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    /** The stretch of those in these squares, sorted by the database; empty where they are as many as that. */
    private Optional<List<Hit>> gather(Scroll scroll, Cells cells, int than) throws SQLException {
        if (!hits.areFewer(hits.spots().in(cells), than)) {
            return Optional.empty();
        }
        CitySort sort = hits.query().fieldSort();
        Comparator<Position> order = scroll.backwards()
                ? hits.query().order().reversed()
                : hits.query().order();
        Position from = scroll.from();
        List<Spot> first = hits.first(
                hits.spots().in(cells, sort, scroll.backwards()),
                scroll.max(),
                spot -> from == null || order.compare(spot.position(), from) > 0);
        return Optional.of(hits.hits(first.stream().map(Spot::id).toList()));
    }

    private boolean asksForPlaces() {
        return hits.query().filter().isLocal() || hits.query().near() != null;
    }

    private static int times(int patience, int usual) {
        return (int) Math.min(Integer.MAX_VALUE, (long) patience * usual);
    }

    /** The stretch, met on a walk that reads what is sorted alone; empty when it was given up. */
    private Optional<List<Hit>> meet(Scroll scroll, Predicate<Spot> wanted, int visits) throws SQLException {
        CitySort sort = hits.query().fieldSort();
        List<Spot> met = hits.first(hits.spots().met(sort, scroll, asksForPlaces(), visits), scroll.max(), wanted);
        boolean whole = met.size() == scroll.max()
                || hits.spots().visits(sort, scroll, visits).number(hits.connection()) < visits;
        return whole ? Optional.of(hits.hits(met.stream().map(Spot::id).toList())) : Optional.empty();
    }

    /** The stretch, met on a walk that reads whole cities; empty when so many were not enough. */
    private Optional<List<Hit>> walk(Scroll scroll, int most) throws SQLException {
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
                return Optional.of(found);
            }
            from = hits.query().fieldSort().positionOf(cities.get(cities.size() - 1));
            read += size;
            size = Math.min(500, 2 * size);
        }
        return Optional.empty();
    }
}
