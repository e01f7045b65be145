package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.Relevance;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.CityListing;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Hits that are gathered and then sorted; where they are many, hits that are met on a walk in the order asked for. */
record GatheredHits(Hits hits) {

    /** Hits that a text finds, by distance or by a field. */
    List<Hit> byNames(Scroll scroll) throws SQLException {
        SearchText text = Objects.requireNonNull(hits.query().text());
        Set<Long> all = ids(new Lookup.Words(text));
        List<Spot> spots = hits.with(all);
        if (!hits.query().isByRelevance()) {
            return hits.stretch(hits.positions(spots, Spot::position), scroll);
        }
        Set<Long> same = ids(new Lookup.Same(text));
        Set<Long> near = ids(new Lookup.Near(text));
        return hits.stretch(
                hits.positions(spots, spot -> {
                    int rank =
                            same.contains(spot.id()) ? Match.SAME : near.contains(spot.id()) ? Match.NEAR : Match.OTHER;
                    return new Position(
                            new Relevance(rank, distance(spot)), spot.position().id());
                }),
                scroll);
    }

    /** Hits that lie somewhere, by distance or by a field. */
    List<Hit> byPlace(Scroll scroll) throws SQLException {
        CityQuery query = hits.query();
        if (query.filter().isLocal()) {
            Sql spots = hits.spots().in(hits.cells());
            if (hits.areFew(spots)) {
                return hits.stretch(hits.positions(hits.read(spots), this::position), scroll);
            }
        }
        return query.isByDistance() ? new NearestHits(hits).find(scroll) : walk(scroll);
    }

    @Nullable
    Position position(Spot spot) {
        return hits.query().isByDistance()
                ? new Position(distance(spot), spot.position().id())
                : spot.position();
    }

    private double distance(Spot spot) {
        Coordinates near = Objects.requireNonNull(hits.query().near());
        return GreatCircle.km(near, Objects.requireNonNull(spot.place()));
    }

    private List<Hit> walk(Scroll scroll) throws SQLException {
        List<Hit> found = new ArrayList<>();
        Position from = scroll.from();
        int size = scroll.max();
        while (true) {
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
            size = Math.min(500, 2 * size);
        }
    }

    private Set<Long> ids(Lookup lookup) throws SQLException {
        Set<Long> ids = new HashSet<>();
        hits.names().find(hits.connection(), lookup, hits.query().filter(), null, false, Integer.MAX_VALUE).stream()
                .map(Place::id)
                .forEach(ids::add);
        return ids;
    }

    long count() throws SQLException {
        CityQuery query = hits.query();
        boolean anywhere = !query.filter().isLocal() && query.near() == null;
        if (query.text() != null) {
            Set<Long> ids = ids(new Lookup.Words(query.text()));
            return anywhere
                    ? ids.size()
                    : hits.with(ids).stream().filter(hits::holds).count();
        }
        if (anywhere) {
            return Sql.of("SELECT count(*) FROM (")
                    .add(hits.spots().all())
                    .add(")")
                    .number(hits.connection());
        }
        Sql spots = query.filter().isLocal()
                ? hits.spots().in(hits.cells())
                : hits.spots().all();
        return hits.read(spots).stream().filter(hits::holds).count();
    }
}
