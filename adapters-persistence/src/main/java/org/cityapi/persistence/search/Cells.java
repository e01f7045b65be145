package org.cityapi.persistence.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;

/**
 * The squares of the column {@code cell} that an area touches: for each band from west to east a stretch or more of
 * them. They may hold places that lie outside of the area.
 *
 * @param stretches pairs of the first and the last
 * @param bounds within which the area lies, too
 */
record Cells(List<long[]> stretches, Bounds bounds) {

    /** That of all cities whose place is not known; they have no square. */
    static final Cells NOWHERE = new Cells(List.of(), Bounds.of(0, 0, 0, 0));

    static final int PER_DEGREE = 4;
    private static final double SIZE = 1.0 / PER_DEGREE;
    private static final int SIZE_E6 = 250_000;
    private static final int BANDS = 720;
    private static final int COLUMNS = 1440;

    static final long PER_BAND = COLUMNS + 1;

    /** Degrees by which areas are widened, so that no rounding loses a place. */
    private static final double MARGIN = 1e-5;

    private static int band(double latitude) {
        return (int) Math.max(0, Math.min(BANDS, Math.floor((latitude + 90) / SIZE)));
    }

    static Cells of(BoundingBox box) {
        Coordinates southWest = box.southWest();
        Coordinates northEast = box.northEast();
        int south = (southWest.latitudeE6() + 90_000_000) / SIZE_E6;
        int north = (northEast.latitudeE6() + 90_000_000) / SIZE_E6;
        int west = (southWest.longitudeE6() + 180_000_000) / SIZE_E6;
        int east = (northEast.longitudeE6() + 180_000_000) / SIZE_E6;
        Cells cells = new Cells(new ArrayList<>(), Bounds.of(box));
        for (int band = south; band <= north; band++) {
            if (band == 0 || band == BANDS) {
                cells.add(band, 0, COLUMNS); // a pole lies on every meridian
            } else if (box.crossesAntimeridian()) {
                cells.add(band, 0, east);
                cells.add(band, west, COLUMNS);
            } else {
                cells.add(band, west, east);
                // The antimeridian has two longitudes.
                if (west == 0 || east == COLUMNS) {
                    cells.add(band, 0, 0);
                    cells.add(band, COLUMNS, COLUMNS);
                }
            }
        }
        return cells.merged();
    }

    /**
     * A ring around a place.
     *
     * @param inner kilometres; 0 for a whole circle
     * @param outer kilometres
     */
    static Cells ring(Coordinates center, double inner, double outer) {
        double latitude = center.latitude().doubleValue();
        double longitude = center.longitude().doubleValue();
        double far = Math.toDegrees(outer / GreatCircle.RADIUS_KM) + MARGIN;
        double near = Math.toDegrees(inner / GreatCircle.RADIUS_KM) - MARGIN;
        Cells cells = new Cells(new ArrayList<>(), bounds(center, outer));
        int last = band(latitude + far);
        for (int band = band(latitude - far); band <= last; band++) {
            double south = band * SIZE - 90;
            double north = Math.min(90, south + SIZE);
            double wide = widest(latitude, far, south, north) + MARGIN;
            double narrow = near <= 0 ? 0 : Math.min(half(latitude, near, south), half(latitude, near, north)) - SIZE;
            if (narrow <= SIZE) {
                cells.around(band, longitude - wide, longitude + wide);
            } else {
                cells.around(band, longitude - wide, longitude - narrow);
                cells.around(band, longitude + narrow, longitude + wide);
            }
        }
        return cells.merged();
    }

    /** Those of a whole circle. */
    static Bounds bounds(Coordinates center, double radius) {
        double latitude = center.latitude().doubleValue();
        double longitude = center.longitude().doubleValue();
        double far = Math.toDegrees(radius / GreatCircle.RADIUS_KM) + MARGIN;
        double reach = widest(latitude, far, -90, 90) + MARGIN;
        return Bounds.of(
                1e6 * (latitude - far), 1e6 * (longitude - reach), 1e6 * (latitude + far), 1e6 * (longitude + reach));
    }

    /** Half the longitudes that a circle has at a latitude, in degrees; 0 where it has none. */
    private static double half(double center, double radius, double latitude) {
        double a = Math.toRadians(center);
        double b = Math.toRadians(latitude);
        double below = Math.cos(a) * Math.cos(b);
        double above = Math.cos(Math.toRadians(radius)) - Math.sin(a) * Math.sin(b);
        if (above >= Math.abs(below)) {
            return 0;
        }
        return above <= -Math.abs(below) ? 180 : Math.toDegrees(Math.acos(above / below));
    }

    private static double widest(double center, double radius, double south, double north) {
        double widest = Math.max(half(center, radius, south), half(center, radius, north));
        // Where the meridians touch the circle; beyond a pole it holds them all.
        double sine = Math.sin(Math.toRadians(center)) / Math.cos(Math.toRadians(radius));
        if (radius < 90 && Math.abs(sine) <= 1) {
            double touched = Math.toDegrees(Math.asin(sine));
            if (touched > south && touched < north) {
                return Math.max(widest, half(center, radius, touched));
            }
        }
        double own = Math.max(south, Math.min(north, center));
        return Math.max(widest, half(center, radius, own));
    }

    private void around(int band, double west, double east) {
        if (east - west >= 360 - SIZE) {
            add(band, 0, COLUMNS);
            return;
        }
        int from = (int) Math.floor((west + 180) / SIZE);
        int to = (int) Math.floor((east + 180) / SIZE);
        if (from < 0) {
            add(band, from + COLUMNS, COLUMNS);
        }
        if (to >= COLUMNS) {
            add(band, 0, to - COLUMNS);
        }
        add(band, Math.max(0, from), Math.min(COLUMNS, to));
        if (from <= 0) {
            add(band, COLUMNS, COLUMNS);
        }
    }

    private void add(int band, int from, int to) {
        if (from <= to) {
            stretches.add(new long[] {band * PER_BAND + from, band * PER_BAND + to});
        }
    }

    /** Each cell once. */
    private Cells merged() {
        stretches.sort((a, b) -> Long.compare(a[0], b[0]));
        List<long[]> merged = new ArrayList<>();
        for (long[] stretch : stretches) {
            long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && stretch[0] <= last[1] + 1) {
                last[1] = Math.max(last[1], stretch[1]);
            } else {
                merged.add(stretch);
            }
        }
        return new Cells(merged, bounds);
    }

    /**
     * As a table {@code stretch}: of stretches that lie one north of the other, as those of a box do, only the first is
     * written, and how many follow.
     */
    String table() {
        List<long[]> runs = new ArrayList<>();
        Map<Long, long[]> northOf = new HashMap<>();
        for (long[] stretch : stretches) {
            long[] run = northOf.remove(stretch[0]);
            if (run == null || run[1] - run[0] != stretch[1] - stretch[0]) {
                run = new long[] {stretch[0], stretch[1], 0};
                runs.add(run);
            } else {
                run[2]++;
            }
            northOf.put(stretch[0] + PER_BAND, run);
        }
        // The values stand by themselves: SQLite joins no more than 500 of them to anything else.
        return "WITH RECURSIVE run (low, high, more) AS (VALUES "
                + runs.stream()
                        .map(run -> "(" + run[0] + "," + run[1] + "," + run[2] + ")")
                        .collect(Collectors.joining(","))
                + "), stretch (low, high, more) AS (SELECT low, high, more FROM run UNION ALL SELECT low + " + PER_BAND
                + ", high + " + PER_BAND + ", more - 1 FROM stretch WHERE more > 0) ";
    }
}
