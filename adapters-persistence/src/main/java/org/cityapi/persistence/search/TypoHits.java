package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.cityapi.domain.city.City;
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

    private static final int AT_A_TIME = 100;

    List<Hit> find(int max) throws SQLException {
        CityQuery query = hits.query();
        SearchText text = Objects.requireNonNull(query.text());
        List<Lookup> lookups = List.of(
                new Lookup.Typos(text),
                new Lookup.TyposInWords(text),
                new Lookup.TyposInBeginning(text),
                new Lookup.TyposInBeginnings(text));
        List<Hit> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        if (!query.isByRelevance()) {
            Set<Long> ids = new HashSet<>();
            for (Lookup lookup : lookups) {
                ids.addAll(hits.ids(lookup));
            }
            found.addAll(first(ids, Spot::position, max));
        } else if (query.near() != null) {
            for (Lookup lookup : lookups) {
                Set<Long> ids = hits.ids(lookup);
                ids.removeAll(seen);
                seen.addAll(ids);
                found.addAll(first(ids, this::byDistance, max));
                if (found.size() >= max) {
                    break;
                }
            }
        } else {
            // The index gives them in order: an answer is complete as soon as it is full.
            for (Lookup lookup : lookups) {
                find(lookup, max, seen, found);
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .limit(max)
                .toList();
    }

    private Position byDistance(Spot spot) {
        double distance =
                GreatCircle.km(Objects.requireNonNull(hits.query().near()), Objects.requireNonNull(spot.place()));
        return new Position(new Relevance(Match.TYPO, distance), spot.position().id());
    }

    /** The first of the hits among these cities, in their order; perhaps some more. */
    private List<Hit> first(Set<Long> ids, Function<Spot, @Nullable Position> position, int max) throws SQLException {
        List<Long> order = hits.positions(hits.with(ids), position).stream()
                .sorted(hits.query().order())
                .map(place -> place.id().value())
                .toList();
        List<Hit> found = new ArrayList<>();
        for (int at = 0; at < order.size() && found.size() < max; at += AT_A_TIME) {
            List<Long> some = order.subList(at, Math.min(order.size(), at + AT_A_TIME));
            Map<Long, City> cities = hits.cities(some);
            some.forEach(
                    id -> hits.present(cities, id).flatMap(hits.query()::typo).ifPresent(found::add));
        }
        return found;
    }

    private void find(Lookup lookup, int enough, Set<Long> seen, List<Hit> found) throws SQLException {
        @Nullable Place from = null;
        while (found.size() < enough) {
            List<Place> places =
                    hits.names().find(hits.connection(), lookup, hits.query().filter(), from, false, AT_A_TIME);
            List<Long> ids = places.stream().map(Place::id).filter(seen::add).toList();
            Map<Long, City> cities = hits.cities(ids);
            ids.forEach(
                    id -> hits.present(cities, id).flatMap(hits.query()::typo).ifPresent(found::add));
            if (places.size() < AT_A_TIME) {
                return;
            }
            from = places.get(places.size() - 1);
        }
    }
}
