package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Relevance;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.jspecify.annotations.Nullable;

/** Hits by rank and population: the order in which the index of names gives them. */
record RankedHits(Hits hits) {

    private static final int MOST_AT_A_TIME = 4_000;

    List<Hit> find(Scroll scroll) throws SQLException {
        Set<Long> area = area();
        if (area != null && area.size() <= hits.costs().few()) {
            return all(area, scroll);
        }
        List<Hit> found = new ArrayList<>();
        for (int rank : Ranks.in(scroll)) {
            find(rank, Ranks.beginsIn(rank, scroll) ? place(scroll) : null, scroll, area, found);
        }
        return found;
    }

    private static Place place(Scroll scroll) {
        Position from = Objects.requireNonNull(scroll.from());
        return new Place((long) -((Relevance) from.key()).within(), from.id().value());
    }

    /** The stretch of the hits among these cities. */
    private List<Hit> all(Set<Long> ids, Scroll scroll) throws SQLException {
        Comparator<Position> forwards = hits.query().order();
        Comparator<Position> order = scroll.backwards() ? forwards.reversed() : forwards;
        Position from = scroll.from();
        return hits.cities(ids).values().stream()
                .flatMap(city -> hits.query().hit(city).stream())
                .filter(hit -> from == null || order.compare(hit.position(), from) > 0)
                .sorted(Comparator.comparing(Hit::position, order))
                .limit(scroll.max())
                .toList();
    }

    private void find(int rank, @Nullable Place start, Scroll scroll, @Nullable Set<Long> area, List<Hit> found)
            throws SQLException {
        Lookup lookup = Ranks.lookup(rank, Objects.requireNonNull(hits.query().text()));
        Place from = start;
        int size = scroll.max() - found.size() + 1;
        while (found.size() < scroll.max()) {
            List<Place> places =
                    hits.names().find(hits.connection(), lookup, hits.query().filter(), from, scroll.backwards(), size);
            add(rank, places, scroll.max(), area, found);
            if (places.size() < size) {
                return;
            }
            from = places.get(places.size() - 1);
            size = Math.min(MOST_AT_A_TIME, 4 * size);
        }
    }

    private void add(int rank, List<Place> places, int max, @Nullable Set<Long> area, List<Hit> found)
            throws SQLException {
        List<Long> ids = places.stream().map(Place::id).toList();
        Set<Long> there = area == null ? there(ids) : area;
        ids = ids.stream().filter(there::contains).toList();
        Map<Long, City> cities = hits.cities(ids);
        for (long id : ids) {
            Optional<Hit> hit = hits.present(cities, id).flatMap(hits.query()::hit);
            if (found.size() < max && hit.filter(any -> isOf(rank, any)).isPresent()) {
                found.add(hit.get());
            }
        }
    }

    /** A lookup of one rank finds some of the better ones, too. */
    private static boolean isOf(int rank, Hit hit) {
        return Objects.requireNonNull(hit.match()).rank() == rank;
    }

    /** Those that lie where the query asks for; what is looked at is small, for most may not. */
    private Set<Long> there(List<Long> ids) throws SQLException {
        return hits.query().filter().isLocal()
                ? hits.with(ids).stream().filter(hits::holds).map(Spot::id).collect(Collectors.toSet())
                : Set.copyOf(ids);
    }

    /** The cities of a small area; null where the query asks for none, or for one that holds many. */
    private @Nullable Set<Long> area() throws SQLException {
        if (!hits.query().filter().isLocal()) {
            return null;
        }
        List<Spot> spots = hits.fewer(hits.cells(), hits.costs().manyInBox());
        if (spots == null) {
            return null;
        }
        Set<Long> ids = new HashSet<>();
        spots.stream().filter(hits::holds).forEach(spot -> ids.add(spot.id()));
        return ids;
    }
}
