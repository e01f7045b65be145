package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.Relevance;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Hits by rank and population: the order in which the index of names gives them. */
record RankedHits(Hits hits) {

    private static final int MOST_AT_A_TIME = 500;

    List<Hit> find(Scroll scroll) throws SQLException {
        Set<Long> area = area();
        List<Hit> found = new ArrayList<>();
        List<Integer> ranks = scroll.backwards()
                ? List.of(Match.OTHER, Match.NEAR, Match.SAME)
                : List.of(Match.SAME, Match.NEAR, Match.OTHER);
        Relevance from =
                scroll.from() == null ? null : (Relevance) scroll.from().key();
        for (int rank : ranks) {
            int beyond = from == null ? 0 : Integer.compare(rank, from.rank());
            if (beyond == 0 || (beyond < 0) == scroll.backwards()) {
                Place start = from == null || beyond != 0
                        ? null
                        : new Place(
                                (long) -from.within(),
                                Objects.requireNonNull(scroll.from()).id().value());
                find(rank, start, scroll, area, found);
            }
        }
        return found;
    }

    private void find(int rank, @Nullable Place start, Scroll scroll, @Nullable Set<Long> area, List<Hit> found)
            throws SQLException {
        Lookup lookup = lookup(rank, Objects.requireNonNull(hits.query().text()));
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
            size = Math.min(MOST_AT_A_TIME, 2 * size);
        }
    }

    private void add(int rank, List<Place> places, int max, @Nullable Set<Long> area, List<Hit> found)
            throws SQLException {
        List<Long> ids = places.stream()
                .map(Place::id)
                .filter(id -> area == null || area.contains(id))
                .toList();
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

    private static Lookup lookup(int rank, SearchText text) {
        return switch (rank) {
            case Match.SAME -> new Lookup.Same(text);
            case Match.NEAR -> new Lookup.Near(text);
            default -> new Lookup.Words(text);
        };
    }

    /** The cities of a small area; null where the query asks for none, or for one that holds many. */
    private @Nullable Set<Long> area() throws SQLException {
        if (!hits.query().filter().isLocal()) {
            return null;
        }
        Sql spots = hits.spots().in(hits.cells());
        if (!hits.areFew(spots)) {
            return null;
        }
        Set<Long> ids = new HashSet<>();
        hits.read(spots).stream().filter(hits::holds).forEach(spot -> ids.add(spot.id()));
        return ids;
    }
}
