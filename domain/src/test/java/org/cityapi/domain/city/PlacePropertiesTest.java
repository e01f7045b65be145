package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Boxes and circles hold what geometry says. */
class PlacePropertiesTest {

    private static final int TURN = 360_000_000;
    private static final int POLE = 90_000_000;

    /** A place is so far east of the western edge as the eastern one at most, all around the globe. */
    @Property
    void aBoxHoldsWhatLiesBetweenItsEdges(
            @ForAll("places") Coordinates one,
            @ForAll("places") Coordinates other,
            @ForAll("places") Coordinates place) {
        BoundingBox box = box(one, other);
        int west = box.southWest().longitudeE6();
        int east = box.northEast().longitudeE6();
        int width = east >= west ? east - west : east - west + TURN;
        boolean beside = Math.floorMod(place.longitudeE6() - west, TURN) <= width;
        boolean above = box.southWest().latitudeE6() <= place.latitudeE6()
                && place.latitudeE6() <= box.northEast().latitudeE6();
        boolean pole = Math.abs(place.latitudeE6()) == POLE;
        assertThat(box.contains(place)).isEqualTo(above && (beside || pole));
    }

    @Property
    void aBoxHoldsItsCorners(@ForAll("places") Coordinates one, @ForAll("places") Coordinates other) {
        BoundingBox box = box(one, other);
        assertThat(box.contains(box.southWest())).isTrue();
        assertThat(box.contains(box.northEast())).isTrue();
    }

    @Property
    void whatLiesInACircleLiesInTheBoxAroundIt(
            @ForAll("places") Coordinates center, @ForAll("places") Coordinates place, @ForAll("radii") double radius) {
        if (new Circle(center, radius).contains(place)) {
            assertThat(around(center, radius).contains(place)).isTrue();
        }
    }

    @Property
    void distanceHasNoDirection(
            @ForAll("places") Coordinates one, @ForAll("places") Coordinates other, @ForAll("radii") double radius) {
        assertThat(new Circle(one, radius).contains(other)).isEqualTo(new Circle(other, radius).contains(one));
        assertThat(new Circle(one, radius).contains(one)).isTrue();
        assertThat(new Circle(one, Circle.MAX_RADIUS_KM).contains(other)).isTrue();
    }

    private static BoundingBox box(Coordinates one, Coordinates other) {
        return one.latitudeE6() <= other.latitudeE6() ? new BoundingBox(one, other) : new BoundingBox(other, one);
    }

    /** The parallels and meridians that touch a circle; the whole turn where it holds a pole. */
    private static BoundingBox around(Coordinates center, double radius) {
        double angle = radius / GreatCircle.RADIUS_KM;
        long high = (long) Math.ceil(Math.toDegrees(angle) * 1e6) + 1;
        long south = center.latitudeE6() - high;
        long north = center.latitudeE6() + high;
        int west = -TURN / 2;
        int east = TURN / 2;
        if (south > -POLE && north < POLE) {
            double wide = Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(center.latitudeE6() / 1e6)));
            int half = (int) Math.ceil(Math.toDegrees(wide) * 1e6) + 1;
            west = Math.floorMod(center.longitudeE6() - half + TURN / 2, TURN) - TURN / 2;
            east = Math.floorMod(center.longitudeE6() + half + TURN / 2, TURN) - TURN / 2;
        }
        return new BoundingBox(
                new Coordinates((int) Math.max(south, -POLE), west),
                new Coordinates((int) Math.min(north, POLE), east));
    }

    /** Whole degrees as well, so that edges meet. */
    @Provide
    Arbitrary<Coordinates> places() {
        Arbitrary<Coordinates> anywhere = Combinators.combine(
                        Arbitraries.integers().between(-POLE, POLE),
                        Arbitraries.integers().between(-TURN / 2, TURN / 2))
                .as(Coordinates::new);
        Arbitrary<Coordinates> round = Combinators.combine(
                        Arbitraries.of(-90, -89, -1, 0, 1, 45, 89, 90),
                        Arbitraries.of(-180, -179, -90, 0, 1, 90, 179, 180))
                .as((latitude, longitude) -> new Coordinates(latitude * 1_000_000, longitude * 1_000_000));
        return Arbitraries.oneOf(anywhere, round);
    }

    @Provide
    Arbitrary<Double> radii() {
        return Arbitraries.of(0.001, 1.0, 111.2, 500.0, 5_000.0, 10_007.0, 20_000.0, 20_038.0);
    }

    @Property
    void aPlaceIsInBothBoxesWhereItIsInOnePartOfWhatTheyHaveInCommon(
            @ForAll @IntRange(min = -180, max = 180) int a,
            @ForAll @IntRange(min = -180, max = 180) int b,
            @ForAll @IntRange(min = -180, max = 180) int c,
            @ForAll @IntRange(min = -180, max = 180) int d,
            @ForAll @IntRange(min = -180, max = 180) int longitude) {
        BoundingBox one = degrees(a, -10, b, 10);
        BoundingBox other = degrees(c, -5, d, 20);
        Coordinates place = new Coordinates(1_000_000, longitude * 1_000_000);
        if (Math.abs(longitude) < 180) {
            assertThat(one.common(other).stream().anyMatch(part -> part.contains(place)))
                    .isEqualTo(one.contains(place) && other.contains(place));
        }
    }

    private static BoundingBox degrees(int west, int south, int east, int north) {
        return new BoundingBox(
                new Coordinates(south * 1_000_000, west * 1_000_000),
                new Coordinates(north * 1_000_000, east * 1_000_000));
    }
}
