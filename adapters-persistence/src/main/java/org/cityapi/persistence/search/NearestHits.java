package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Relevance;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Hits by distance, looked for in a ring that is widened until it holds enough, and not too many: a page costs the
 * same wherever it is.
 *
 * @param among null where all cities may be hits
 */
record NearestHits(Hits hits, @Nullable Among among) {

    private static final double FIRST_WIDTH_KM = 6;
    private static final double WIDENED = 3;

    /** So much nearer the squares of {@link DensityMap} tell too little. */
    private static final double FAR_KM = 400;

    /** How many cities are read whole at a time. */
    private static final int AT_A_TIME = 100;

    /** A ring of too many cities is made narrower, unless it would hardly be. */
    private static final double LEAST_NARROWED = 0.95;

    /**
     * The only cities that may be hits.
     *
     * @param rank which all of them have
     * @param ids null where only a city itself tells whether it has that rank
     */
    record Among(int rank, @Nullable Set<Long> ids) {}

    List<Hit> find(Scroll scroll) throws SQLException {
        CityFilter filter = hits.query().filter();
        if (filter.isLocal()) {
            int many = filter.circle() == null
                    ? hits.costs().manyInBox()
                    : hits.costs().many();
            List<Spot> spots = hits.fewer(hits.cells(), many);
            if (spots != null) {
                return stretch(positions(spots), scroll);
            }
        }
        Sql all = hits.spots().all();
        if (asksForMore(filter) && hits.areFew(all)) {
            return stretch(positions(hits.read(all)), scroll);
        }
        return around(scroll);
    }

    private List<Hit> around(Scroll scroll) throws SQLException {
        Coordinates center = Objects.requireNonNull(hits.query().near());
        double end = end();
        double start = scroll.from() == null ? (scroll.backwards() ? end : 0) : distance(scroll.from());
        double tooNarrow = 0;
        double tooWide = Double.POSITIVE_INFINITY;
        double width = FIRST_WIDTH_KM;
        while (true) {
            double inner = scroll.backwards() ? Math.max(0, start - width) : start;
            double outer = scroll.backwards() ? start : Math.min(end, start + width);
            Cells ring = Cells.ring(center, inner, outer);
            double narrower = Math.sqrt(Math.max(tooNarrow, FIRST_WIDTH_KM) * width);
            List<Spot> spots = areAllHits() && narrower < LEAST_NARROWED * width
                    ? hits.fewer(ring, Math.max(hits.costs().many(), 2 * scroll.max()))
                    : hits.first(hits.spots().in(ring), Integer.MAX_VALUE, this::isAmong);
            if (spots == null) {
                tooWide = width;
                width = narrower;
                continue;
            }
            List<Hit> found = stretch(positions(spots, inner, outer), scroll);
            boolean complete = scroll.backwards() ? inner == 0 : outer >= end;
            if (complete || found.size() == scroll.max()) {
                return found;
            }
            // Only what was read is known to be too narrow: what was counted may be long ago.
            tooNarrow = width;
            OptionalDouble reach = width == FIRST_WIDTH_KM ? reach(center, start, scroll) : OptionalDouble.empty();
            width = reach.isPresent() ? reach.getAsDouble() - start : wider(width, tooWide);
        }
    }

    /** How far the ring has to reach over an empty land or sea; nothing when that is not known, or not far. */
    private OptionalDouble reach(Coordinates center, double start, Scroll scroll) {
        DensityMap map =
                scroll.backwards() || !areAllHits() || asksForMore(hits.query().filter())
                        ? null
                        : hits.density().map();
        OptionalDouble reach = map == null ? OptionalDouble.empty() : map.reach(center, start, scroll.max());
        return reach.isPresent() && reach.getAsDouble() - start < FAR_KM ? OptionalDouble.empty() : reach;
    }

    /** A ring known to hold too many is not tried again, unless nothing much narrower is left. */
    private static double wider(double width, double tooWide) {
        if (width >= tooWide) {
            return WIDENED * width;
        }
        double between = Math.sqrt(width * tooWide);
        return between > LEAST_NARROWED * tooWide ? tooWide : Math.min(WIDENED * width, between);
    }

    /** Whether a ring holds as many hits as cities that are read: among others many cities may be in it and no hit. */
    private boolean areAllHits() {
        return among == null && hits.query().filter().box() == null;
    }

    private boolean isAmong(Spot spot) {
        return among == null || among.ids() == null || among.ids().contains(spot.id());
    }

    private List<Hit> stretch(List<Position> all, Scroll scroll) throws SQLException {
        if (among == null || among.ids() != null) {
            return hits.stretch(all, scroll);
        }
        List<Long> order = hits.order(all, scroll);
        List<Hit> found = new ArrayList<>();
        for (int at = 0; at < order.size() && found.size() < scroll.max(); at += AT_A_TIME) {
            hits.hits(order.subList(at, Math.min(order.size(), at + AT_A_TIME))).stream()
                    .filter(hit -> Objects.requireNonNull(hit.match()).rank() == among.rank())
                    .limit(scroll.max() - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean asksForMore(CityFilter filter) {
        return !filter.countries().isEmpty() || filter.minPopulation() != null || filter.maxPopulation() != null;
    }

    private double end() {
        Circle circle = hits.query().filter().circle();
        return circle == null ? Circle.MAX_RADIUS_KM : circle.radiusKm();
    }

    List<Position> positions(List<Spot> spots) {
        return positions(spots, 0, Circle.MAX_RADIUS_KM);
    }

    /** Those in the ring alone: beyond it nearer ones may lie that were not read. */
    private List<Position> positions(List<Spot> spots, double inner, double outer) {
        return hits.positions(spots, spot -> {
            if (!isAmong(spot)) {
                return null;
            }
            double distance =
                    GreatCircle.km(Objects.requireNonNull(hits.query().near()), Objects.requireNonNull(spot.place()));
            return distance < inner || distance > outer
                    ? null
                    : new Position(
                            among == null ? distance : new Relevance(among.rank(), distance),
                            spot.position().id());
        });
    }

    private static double distance(Position from) {
        return from.key() instanceof Relevance relevance ? relevance.within() : (Double) from.key();
    }
}
