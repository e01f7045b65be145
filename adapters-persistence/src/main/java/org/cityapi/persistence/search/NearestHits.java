package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
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

    private static final double FIRST_WIDTH_KM = 20;
    private static final double WIDENED = 3;

    /** A ring of too many cities is made narrower, unless it would hardly be. */
    private static final double LEAST_NARROWED = 0.95;

    /**
     * The only cities that may be hits.
     *
     * @param rank which all of them have
     */
    record Among(int rank, Set<Long> ids) {}

    List<Hit> find(Scroll scroll) throws SQLException {
        CityFilter filter = hits.query().filter();
        if (filter.isLocal()) {
            int many = filter.box() == null ? hits.costs().many() : hits.costs().manyInBox();
            List<Spot> spots = hits.fewer(hits.cells(), many);
            if (spots != null) {
                return hits.stretch(positions(spots), scroll);
            }
        }
        Sql all = hits.spots().all();
        if (asksForMore(filter) && hits.areFew(all)) {
            return hits.stretch(positions(hits.read(all)), scroll);
        }
        return around(scroll);
    }

    private List<Hit> around(Scroll scroll) throws SQLException {
        Coordinates center = Objects.requireNonNull(hits.query().near());
        double end = end();
        double start = scroll.from() == null ? (scroll.backwards() ? end : 0) : distance(scroll.from());
        double tooNarrow = 0;
        double width = FIRST_WIDTH_KM;
        while (true) {
            double inner = scroll.backwards() ? Math.max(0, start - width) : start;
            double outer = scroll.backwards() ? start : Math.min(end, start + width);
            Cells ring = Cells.ring(center, inner, outer);
            double narrower = Math.sqrt(Math.max(tooNarrow, FIRST_WIDTH_KM) * width);
            List<Spot> spots = areAllHits() && narrower < LEAST_NARROWED * width
                    ? hits.fewer(ring, Math.max(hits.costs().many(), 2 * scroll.max()))
                    : hits.read(hits.spots().in(ring));
            if (spots == null) {
                width = narrower;
                continue;
            }
            List<Hit> found = hits.stretch(positions(spots, inner, outer), scroll);
            boolean complete = scroll.backwards() ? inner == 0 : outer >= end;
            if (complete || found.size() == scroll.max()) {
                return found;
            }
            tooNarrow = width;
            width *= WIDENED;
        }
    }

    /** Whether a ring holds as many hits as cities that are read: among others many cities may be in it and no hit. */
    private boolean areAllHits() {
        return among == null && hits.query().filter().box() == null;
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
            if (among != null && !among.ids().contains(spot.id())) {
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
