package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.persistence.Sql;

/** Hits by distance, looked for in a ring that is widened until it holds enough: a page costs the same wherever it is. */
record NearestHits(Hits hits) {

    private static final double FIRST_WIDTH_KM = 20;
    private static final double WIDENED = 3;

    List<Hit> find(Scroll scroll) throws SQLException {
        Sql all = hits.spots().all();
        if (asksForMore(hits.query().filter()) && hits.areFew(all)) {
            return hits.stretch(positions(hits.read(all), 0, Circle.MAX_RADIUS_KM), scroll);
        }
        Coordinates center = Objects.requireNonNull(hits.query().near());
        double end = end();
        double start = scroll.from() == null
                ? (scroll.backwards() ? end : 0)
                : (Double) scroll.from().key();
        for (double width = FIRST_WIDTH_KM; ; width *= WIDENED) {
            double inner = scroll.backwards() ? Math.max(0, start - width) : start;
            double outer = scroll.backwards() ? start : Math.min(end, start + width);
            List<Spot> spots = hits.read(hits.spots().in(Cells.ring(center, inner, outer)));
            List<Hit> found = hits.stretch(positions(spots, inner, outer), scroll);
            boolean complete = scroll.backwards() ? inner == 0 : outer >= end;
            if (complete || found.size() == scroll.max()) {
                return found;
            }
        }
    }

    private static boolean asksForMore(CityFilter filter) {
        return !filter.countries().isEmpty() || filter.minPopulation() != null || filter.maxPopulation() != null;
    }

    private double end() {
        Circle circle = hits.query().filter().circle();
        return circle == null ? Circle.MAX_RADIUS_KM : circle.radiusKm();
    }

    /** Those in the ring alone: beyond it nearer ones may lie that were not read. */
    private List<Position> positions(List<Spot> spots, double inner, double outer) {
        return hits.positions(spots, spot -> {
            double distance =
                    GreatCircle.km(Objects.requireNonNull(hits.query().near()), Objects.requireNonNull(spot.place()));
            return distance < inner || distance > outer
                    ? null
                    : new Position(distance, spot.position().id());
        });
    }
}
