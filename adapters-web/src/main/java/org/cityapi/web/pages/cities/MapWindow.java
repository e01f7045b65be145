package org.cityapi.web.pages.cities;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Coordinates;

/**
 * The part of the world that a map shows, in millionths of WGS 84 degrees; it does not cross the antimeridian.
 *
 * @param west at least -180,000,000
 * @param south at least -90,000,000
 * @param east more than west
 * @param north more than south
 */
public record MapWindow(int west, int south, int east, int north) {

    private static final int ANTIMERIDIAN = 180_000_000;
    private static final int POLE = 90_000_000;

    /** Without most of the ice, where no city lies. */
    static final MapWindow WORLD = new MapWindow(-ANTIMERIDIAN, -57_000_000, ANTIMERIDIAN, 78_000_000);

    /** A map of less than this tells nothing. */
    private static final int LEAST = 20_000;

    private static final int LEAST_FITTED = 1_000_000;

    /** The drawing of the world is 3600 wide and 1800 high. */
    private static final double DRAWN = 1e-5;

    static MapWindow of(BoundingBox box) {
        return around(
                box.southWest().longitudeE6(),
                box.southWest().latitudeE6(),
                box.northEast().longitudeE6(),
                box.northEast().latitudeE6(),
                LEAST);
    }

    /**
     * What shows all these places, or, where they lie on both sides of the antimeridian, those on the side that has more;
     * the world where there is none.
     */
    static MapWindow of(Collection<Coordinates> places) {
        if (places.isEmpty()) {
            return WORLD;
        }
        List<Coordinates> shown = onOneSide(places.stream()
                .sorted(Comparator.comparing(Coordinates::longitudeE6))
                .toList());
        int west = shown.get(0).longitudeE6();
        int east = shown.get(shown.size() - 1).longitudeE6();
        int south = shown.stream().mapToInt(Coordinates::latitudeE6).min().orElseThrow();
        int north = shown.stream().mapToInt(Coordinates::latitudeE6).max().orElseThrow();
        long beside = (east - (long) west) / 20;
        long above = (north - (long) south) / 20;
        return around(west - beside, south - above, east + beside, north + above, LEAST_FITTED);
    }

    /** All of them, unless there is more room between two than from the last to the first. */
    private static List<Coordinates> onOneSide(List<Coordinates> fromWest) {
        int last = fromWest.size() - 1;
        long widest = 2L * ANTIMERIDIAN
                - (fromWest.get(last).longitudeE6() - (long) fromWest.get(0).longitudeE6());
        int parted = 0;
        for (int i = 1; i <= last; i++) {
            long room =
                    fromWest.get(i).longitudeE6() - (long) fromWest.get(i - 1).longitudeE6();
            if (room > widest) {
                widest = room;
                parted = i;
            }
        }
        List<Coordinates> west = fromWest.subList(0, parted);
        List<Coordinates> east = fromWest.subList(parted, fromWest.size());
        return east.size() >= west.size() ? east : west;
    }

    /** Moved until it is within the world, and at least so large. */
    private static MapWindow around(long west, long south, long east, long north, int least) {
        long[] across = within(west, east, least, ANTIMERIDIAN);
        long[] up = within(south, north, least, POLE);
        return new MapWindow((int) across[0], (int) up[0], (int) across[1], (int) up[1]);
    }

    private static long[] within(long from, long to, int least, int edge) {
        long size = Math.min(2L * edge, Math.max(least, to - from));
        long first = Math.max(-edge, Math.min(edge - size, (from + to - size) / 2));
        return new long[] {first, first + size};
    }

    BoundingBox box() {
        return new BoundingBox(new Coordinates(south, west), new Coordinates(north, east));
    }

    /** As {@code bbox} has it. */
    public String text() {
        return Stream.of(west, south, east, north)
                .map(edge -> BigDecimal.valueOf(edge, 6).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(","));
    }

    /** What the drawing of the world shows of it, as SVG has it. */
    public String viewBox() {
        return Stream.of(x(west), y(north), (east - (double) west) * DRAWN, (north - (double) south) * DRAWN)
                .map(number -> Double.toString(Math.round(number * 1_000) / 1_000.0))
                .collect(Collectors.joining(" "));
    }

    /** Where a longitude stands in the drawing. */
    static double x(double longitudeE6) {
        return (longitudeE6 + ANTIMERIDIAN) * DRAWN;
    }

    /** Where a latitude stands in the drawing. */
    static double y(double latitudeE6) {
        return (POLE - latitudeE6) * DRAWN;
    }

    /** The drawing's width of one hundredth of the map. */
    public double hundredth() {
        return (east - (double) west) * DRAWN / 100;
    }

    /** Where one goes from here, in the order in which that is offered. */
    List<Move> moves() {
        long width = east - (long) west;
        long height = north - (long) south;
        return List.of(
                new Move("in", scaled(-width / 4, -height / 4)),
                new Move("out", scaled(width / 2, height / 2)),
                new Move("west", moved(-width / 2, 0)),
                new Move("east", moved(width / 2, 0)),
                new Move("north", moved(0, height / 2)),
                new Move("south", moved(0, -height / 2)));
    }

    private MapWindow scaled(long beside, long above) {
        return around(west - beside, south - above, east + beside, north + above, LEAST);
    }

    private MapWindow moved(long east, long north) {
        return around(west + east, south + north, this.east + east, this.north + north, LEAST);
    }

    /** @param label as in message files */
    record Move(String label, MapWindow window) {}
}
