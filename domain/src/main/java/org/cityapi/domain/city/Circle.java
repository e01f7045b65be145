package org.cityapi.domain.city;

/**
 * All places within a distance of one.
 *
 * @param radiusKm above 0, up to 20,038, half the circumference of the Earth
 */
public record Circle(Coordinates center, double radiusKm) {

    public static final int MAX_RADIUS_KM = 20_038;

    /** @throws IllegalArgumentException when the radius is out of range */
    public Circle {
        if (!(radiusKm > 0 && radiusKm <= MAX_RADIUS_KM)) {
            throw new IllegalArgumentException("A radius of " + radiusKm + " km");
        }
    }

    public boolean contains(Coordinates place) {
        return GreatCircle.km(center, place) <= radiusKm;
    }
}
