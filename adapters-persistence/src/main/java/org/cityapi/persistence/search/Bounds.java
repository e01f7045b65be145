package org.cityapi.persistence.search;

import org.cityapi.domain.city.BoundingBox;
import org.cityapi.persistence.Sql;

/**
 * Millionths of degrees between which an area lies.
 *
 * @param west all the way round where the area touches a pole or the antimeridian, which have several longitudes; east of
 *     {@code east} where it crosses the antimeridian and touches no pole
 */
record Bounds(int south, int west, int north, int east) {

    private static final int POLE = 90_000_000;
    private static final int ANTIMERIDIAN = 180_000_000;

    static Bounds of(double south, double west, double north, double east) {
        boolean round = south <= -POLE || north >= POLE || west <= -ANTIMERIDIAN || east >= ANTIMERIDIAN;
        return new Bounds(
                (int) Math.max(-POLE, Math.floor(south)),
                round ? -ANTIMERIDIAN : (int) Math.floor(west),
                (int) Math.min(POLE, Math.ceil(north)),
                round ? ANTIMERIDIAN : (int) Math.ceil(east));
    }

    static Bounds of(BoundingBox box) {
        return of(
                box.southWest().latitudeE6(),
                box.southWest().longitudeE6(),
                box.northEast().latitudeE6(),
                box.northEast().longitudeE6());
    }

    /** Adds them to a statement's conditions. */
    Sql add(Sql sql) {
        sql.add(" AND latitude_e6 BETWEEN ? AND ?", south, north);
        if (west > east) {
            return sql.add(" AND (longitude_e6 >= ? OR longitude_e6 <= ?)", west, east);
        }
        return west == -ANTIMERIDIAN && east == ANTIMERIDIAN
                ? sql
                : sql.add(" AND longitude_e6 BETWEEN ? AND ?", west, east);
    }
}
