package org.cityapi.domain.city;

/** Distances along the surface of a sphere with the mean radius of the Earth (IUGG), the same on every machine. */
public final class GreatCircle {

    /** In kilometres. */
    public static final double RADIUS_KM = 6371.0088;

    private GreatCircle() {}

    /** Kilometres between two places (haversine formula), 0 to half the circumference. */
    public static double km(Coordinates a, Coordinates b) {
        double south = radians(a.latitudeE6());
        double north = radians(b.latitudeE6());
        double upwards = StrictMath.sin((north - south) / 2);
        double sideways = StrictMath.sin(radians((long) b.longitudeE6() - a.longitudeE6()) / 2);
        double square = upwards * upwards + StrictMath.cos(south) * StrictMath.cos(north) * sideways * sideways;
        return 2 * RADIUS_KM * StrictMath.asin(Math.sqrt(Math.min(1, square)));
    }

    private static double radians(long degreesE6) {
        return degreesE6 * (Math.PI / 180_000_000);
    }
}
