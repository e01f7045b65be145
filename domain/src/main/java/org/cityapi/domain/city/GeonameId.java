package org.cityapi.domain.city;

/**
 * The city's identifier in GeoNames; at most one city of the register has it.
 *
 * @param value from 1 to 2^63 - 1
 */
public record GeonameId(long value) {

    /** @throws IllegalArgumentException when the value is not positive */
    public GeonameId {
        if (value < 1) {
            throw new IllegalArgumentException("Not a GeoNames identifier: " + value);
        }
    }
}
