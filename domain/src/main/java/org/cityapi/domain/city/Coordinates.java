package org.cityapi.domain.city;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A position on WGS 84, in whole millionths of a degree: exact, and the same in every store.
 *
 * @param latitudeE6 -90,000,000 to 90,000,000, north positive
 * @param longitudeE6 -180,000,000 to 180,000,000, east positive
 */
public record Coordinates(int latitudeE6, int longitudeE6) {

    public static final int MAX_LATITUDE = 90;
    public static final int MAX_LONGITUDE = 180;

    private static final int DECIMALS = 6;
    private static final int PER_DEGREE = 1_000_000;
    private static final BigDecimal LEAST = new BigDecimal("0.0000005");

    /** @throws IllegalArgumentException when a value is out of range */
    public Coordinates {
        if (Math.abs((long) latitudeE6) > MAX_LATITUDE * (long) PER_DEGREE
                || Math.abs((long) longitudeE6) > MAX_LONGITUDE * (long) PER_DEGREE) {
            throw new IllegalArgumentException("Out of range: " + latitudeE6 + ", " + longitudeE6);
        }
    }

    /**
     * The position nearest to these degrees; halves go away from zero.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public static Coordinates ofDegrees(BigDecimal latitude, BigDecimal longitude) {
        return new Coordinates(e6(latitude), e6(longitude));
    }

    /** Degrees, with as many decimals as are needed, up to six. */
    public BigDecimal latitude() {
        return degrees(latitudeE6);
    }

    /** Degrees, with as many decimals as are needed, up to six. */
    public BigDecimal longitude() {
        return degrees(longitudeE6);
    }

    private static int e6(BigDecimal degrees) {
        // To round 1E-999999999 or 1E+999999999 would write out all its digits.
        if (degrees.abs().compareTo(LEAST) < 0) {
            return 0;
        }
        if (degrees.abs().compareTo(BigDecimal.valueOf(MAX_LONGITUDE)) > 0) {
            throw new IllegalArgumentException("Out of range: more than " + MAX_LONGITUDE + " degrees");
        }
        return degrees.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }

    /** Never in exponent form: 50 degrees are 50, not 5E+1. */
    private static BigDecimal degrees(int e6) {
        BigDecimal exact = BigDecimal.valueOf(e6, DECIMALS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
