package org.cityapi.domain.city;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the map between two meridians and two parallels, its edges included. Where west lies east of east, it
 * crosses the antimeridian.
 *
 * @param southWest its lower left corner
 * @param northEast its upper right corner
 */
public record BoundingBox(Coordinates southWest, Coordinates northEast) {

    private static final int POLE = 90_000_000;
    private static final int ANTIMERIDIAN = 180_000_000;

    /** Every place lies in it. */
    public static final BoundingBox WORLD =
            new BoundingBox(new Coordinates(-POLE, -ANTIMERIDIAN), new Coordinates(POLE, ANTIMERIDIAN));

    /** @throws IllegalArgumentException when south lies north of north */
    public BoundingBox {
        if (southWest.latitudeE6() > northEast.latitudeE6()) {
            throw new IllegalArgumentException("South lies north of north");
        }
    }

    public boolean crossesAntimeridian() {
        return southWest.longitudeE6() > northEast.longitudeE6();
    }

    /** Whether a place lies in it. A pole lies on every meridian, and the antimeridian has two longitudes. */
    public boolean contains(Coordinates place) {
        int latitude = place.latitudeE6();
        int longitude = place.longitudeE6();
        return latitude >= southWest.latitudeE6()
                && latitude <= northEast.latitudeE6()
                && (Math.abs(latitude) == POLE
                        || isBetween(longitude)
                        || (Math.abs(longitude) == ANTIMERIDIAN && isBetween(-longitude)));
    }

    /** What lies in this and in another one, in parts that have no place in common but on their edges. */
    public List<BoundingBox> common(BoundingBox other) {
        int south = Math.max(southWest.latitudeE6(), other.southWest.latitudeE6());
        int north = Math.min(northEast.latitudeE6(), other.northEast.latitudeE6());
        List<BoundingBox> parts = new ArrayList<>();
        for (int[] mine : stretches()) {
            for (int[] theirs : other.stretches()) {
                int west = Math.max(mine[0], theirs[0]);
                int east = Math.min(mine[1], theirs[1]);
                if (west <= east && south <= north) {
                    parts.add(new BoundingBox(new Coordinates(south, west), new Coordinates(north, east)));
                }
            }
        }
        return parts;
    }

    /** From west to east; where it crosses the antimeridian, that belongs to the first of two. */
    private List<int[]> stretches() {
        int west = southWest.longitudeE6();
        int east = northEast.longitudeE6();
        return crossesAntimeridian()
                ? List.of(new int[] {west, ANTIMERIDIAN}, new int[] {1 - ANTIMERIDIAN, east})
                : List.of(new int[] {west, east});
    }

    private boolean isBetween(int longitude) {
        boolean east = longitude >= southWest.longitudeE6();
        boolean west = longitude <= northEast.longitudeE6();
        return crossesAntimeridian() ? east || west : east && west;
    }
}
