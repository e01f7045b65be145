package org.cityapi.persistence.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.persistence.CityRow;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ways of searching have in common.
 *
 * @param connection in whose transaction everything is read
 */
record Hits(Connection connection, NameIndex names, CityQuery query, Dialect dialect, Costs costs, Density density) {

    private static final Logger LOG = LoggerFactory.getLogger(Hits.class);
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    /** SQLite takes a million characters a statement. */
    private static final int IDS_A_STATEMENT = 5_000;

    /** The query's filter, but for where cities lie. */
    CityFilter anywhere() {
        CityFilter filter = query.filter();
        return new CityFilter(filter.countries(), filter.minPopulation(), filter.maxPopulation());
    }

    /** Whether a city there passes what the query asks of places. */
    boolean holds(Spot spot) {
        return query.filter().holds(spot.place()) && (query.near() == null || spot.place() != null);
    }

    /** Where the places lie that the query asks for; only when it asks. */
    Cells cells() {
        CityFilter filter = query.filter();
        if (filter.unplaced()) {
            return Cells.NOWHERE;
        }
        return filter.circle() == null
                ? Cells.of(Objects.requireNonNull(filter.box()))
                : Cells.ring(filter.circle().center(), 0, filter.circle().radiusKm());
    }

    Spots spots() {
        return new Spots(query.filter(), query.fieldSort().field(), dialect);
    }

    List<Spot> read(Sql spots) throws SQLException {
        return spots.rows(row -> Spot.of(row, query.fieldSort().field())).run(connection);
    }

    /** The first of those spots that hold and are wanted. */
    List<Spot> first(Sql spots, int most, Predicate<Spot> wanted) throws SQLException {
        return spots.first(
                        most, row -> Spot.of(row, query.fieldSort().field()), spot -> holds(spot) && wanted.test(spot))
                .run(connection);
    }

    /** Whether a statement reads so few spots that all of them can be gathered. */
    boolean areFew(Sql spots) throws SQLException {
        return areFewer(spots, costs.many());
    }

    boolean areFewer(Sql spots, int than) throws SQLException {
        return Spots.count(spots, than).number(connection) < than;
    }

    /** The spots in these squares; null where they are as many as that. */
    @Nullable
    List<Spot> fewer(Cells cells, int than) throws SQLException {
        Sql spots = spots().in(cells);
        if (cells.stretches().size() < costs.scattered()) {
            return areFewer(spots, than) ? read(spots) : null;
        }
        // To look up so many squares costs more than to read what is in them: once is enough.
        List<Spot> first = read(spots.add(" LIMIT ?", than));
        return first.size() < than ? first : null;
    }

    /** The cities that a lookup of names finds; those that pass the filter, wherever they lie. */
    Set<Long> ids(Lookup lookup) throws SQLException {
        Set<Long> ids = new HashSet<>();
        names.find(connection, lookup, query.filter(), null, false, Integer.MAX_VALUE)
                .forEach(place -> ids.add(place.id()));
        return ids;
    }

    /** The same; null where they are as many as that. */
    @Nullable
    Set<Long> fewer(Lookup lookup, int than) throws SQLException {
        List<Place> places = names.find(connection, lookup, query.filter(), null, false, than);
        return places.size() < than ? places.stream().map(Place::id).collect(Collectors.toSet()) : null;
    }

    /** Spots by the ids of their cities. */
    List<Spot> with(Collection<Long> ids) throws SQLException {
        List<Spot> found = new ArrayList<>();
        for (List<Long> some : parts(ids)) {
            found.addAll(read(spots().with(some)));
        }
        return found;
    }

    /** As many at a time as a statement takes. */
    static List<List<Long>> parts(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        List<List<Long>> parts = new ArrayList<>();
        for (int at = 0; at < all.size(); at += IDS_A_STATEMENT) {
            parts.add(all.subList(at, Math.min(all.size(), at + IDS_A_STATEMENT)));
        }
        return parts;
    }

    /** Cities by their ids. */
    Map<Long, City> cities(Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, City> cities = new HashMap<>();
        for (City city : Sql.of("SELECT " + CityRow.COLUMNS + " FROM city WHERE id IN "
                        + ids.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")))
                .rows(CityRow::city)
                .run(connection)) {
            cities.put(city.id().value(), city);
        }
        return cities;
    }

    /** One of them; empty when the index of names names a city that is not there, which is told once. */
    Optional<City> present(Map<Long, City> cities, long id) {
        Optional<City> city = Optional.ofNullable(cities.get(id));
        if (city.isEmpty() && TOLD.compareAndSet(false, true)) {
            LOG.error("The index of names names a city that is not there: {}; it is passed over", id);
        }
        return city;
    }

    /** The stretch of an answer whose places are all known. */
    List<Hit> stretch(List<Position> all, Scroll scroll) throws SQLException {
        List<Long> order = order(all, scroll);
        return hits(order.subList(0, Math.min(order.size(), scroll.max())));
    }

    /** The cities at these places from where a stretch begins, in its order. */
    List<Long> order(List<Position> all, Scroll scroll) {
        Comparator<Position> order = scroll.backwards() ? query.order().reversed() : query.order();
        Position from = scroll.from();
        return all.stream()
                .filter(position -> from == null || order.compare(position, from) > 0)
                .sorted(order)
                .map(position -> position.id().value())
                .toList();
    }

    /** The hits that cities are, in this order. */
    List<Hit> hits(List<Long> ids) throws SQLException {
        Map<Long, City> cities = cities(ids);
        return ids.stream()
                .map(id -> Objects.requireNonNull(cities.get(id)))
                .flatMap(city -> query.hit(city).stream())
                .toList();
    }

    /** Positions of spots that hold; a function that gives null leaves one out. */
    List<Position> positions(List<Spot> spots, Function<Spot, @Nullable Position> position) {
        return spots.stream()
                .filter(this::holds)
                .map(position)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
