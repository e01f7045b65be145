package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.Relevance;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.jspecify.annotations.Nullable;

/** Hits for which typing errors are forgiven. */
record TypoHits(Hits hits) {

    private static final int MOST_AT_A_TIME = 400;

    List<Hit> find(int max) throws SQLException {
        CityQuery query = hits.query();
        SearchText text = Objects.requireNonNull(query.text());
        Map<Integer, Lookup> lookups = new TreeMap<>();
        lookups.put(Match.TYPO, new Lookup.Typos(text));
        lookups.put(Match.TYPO_IN_WORDS, new Lookup.TyposInWords(text));
        lookups.put(Match.TYPO_IN_BEGINNING, new Lookup.TyposInBeginning(text));
        lookups.put(Match.TYPO_IN_BEGINNINGS, new Lookup.TyposInBeginnings(text));
        return (query.isByRelevance() ? byRank(lookups, max) : byField(lookups.values(), max))
                .stream()
                        .sorted(Comparator.comparing(Hit::position, query.order()))
                        .limit(max)
                        .toList();
    }

    private List<Hit> byField(Collection<Lookup> lookups, int max) throws SQLException {
        Set<Long> ids = new HashSet<>();
        for (Lookup lookup : lookups) {
            ids.addAll(hits.ids(lookup));
        }
        return first(ids, hit -> true, Spot::position, max);
    }

    /** The lookup of each rank may find some of others, too, which count where their own turn comes. */
    private List<Hit> byRank(Map<Integer, Lookup> lookups, int max) throws SQLException {
        List<Hit> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        boolean isPlaced = hits.query().near() != null || hits.query().filter().isLocal();
        for (Map.Entry<Integer, Lookup> each : lookups.entrySet()) {
            int rank = each.getKey();
            Predicate<Hit> ofRank = hit -> Objects.requireNonNull(hit.match()).rank() == rank;
            int wanted = max - found.size();
            List<Hit> more = isPlaced
                    ? placed(each.getValue(), rank, ofRank, wanted, seen)
                    : largest(each.getValue(), ofRank, wanted, seen);
            more.forEach(hit -> seen.add(hit.city().id().value()));
            found.addAll(more);
            if (found.size() >= max) {
                break;
            }
        }
        return found;
    }

    private List<Hit> placed(Lookup lookup, int rank, Predicate<Hit> wanted, int max, Set<Long> seen)
            throws SQLException {
        Set<Long> ids = hits.ids(lookup);
        ids.removeAll(seen);
        return first(ids, wanted, spot -> position(spot, rank), max);
    }

    private Position position(Spot spot, int rank) {
        Coordinates near = hits.query().near();
        double within = near == null
                ? -((Long) spot.position().key()).doubleValue()
                : GreatCircle.km(near, Objects.requireNonNull(spot.place()));
        return new Position(new Relevance(rank, within), spot.position().id());
    }

    /** The first of the hits among these cities, in their order; perhaps some more. */
    private List<Hit> first(Set<Long> ids, Predicate<Hit> wanted, Function<Spot, @Nullable Position> position, int max)
            throws SQLException {
        List<Long> order = hits.positions(hits.with(ids), position).stream()
                .sorted(hits.query().order())
                .map(place -> place.id().value())
                .toList();
        List<Hit> found = new ArrayList<>();
        int from = 0;
        for (int size = max + 1; from < order.size() && found.size() < max; size = more(size)) {
            int to = Math.min(order.size(), from + size);
            found.addAll(hits(order.subList(from, to), wanted));
            from = to;
        }
        return found;
    }

    /** The index gives them in order: an answer is complete as soon as it is full. */
    private List<Hit> largest(Lookup lookup, Predicate<Hit> wanted, int max, Set<Long> seen) throws SQLException {
        List<Hit> found = new ArrayList<>();
        @Nullable Place from = null;
        int size = max + 1;
        while (found.size() < max) {
            List<Place> places =
                    hits.names().find(hits.connection(), lookup, hits.query().filter(), from, false, size);
            found.addAll(hits(
                    places.stream()
                            .map(Place::id)
                            .filter(id -> !seen.contains(id))
                            .toList(),
                    wanted));
            if (places.size() < size) {
                break;
            }
            from = places.get(places.size() - 1);
            size = more(size);
        }
        return found;
    }

    /** Few at first, for most lookups find little else than hits; then more, lest there be many statements. */
    private static int more(int size) {
        return Math.min(MOST_AT_A_TIME, 4 * size);
    }

    private List<Hit> hits(List<Long> ids, Predicate<Hit> wanted) throws SQLException {
        Map<Long, City> cities = hits.cities(ids);
        return ids.stream()
                .flatMap(id -> hits.present(cities, id).flatMap(hits.query()::typo).stream())
                .filter(wanted)
                .toList();
    }
}
