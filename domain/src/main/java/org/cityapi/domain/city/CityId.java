package org.cityapi.domain.city;

/**
 * Names a city in this register for good; the store assigns it and never assigns it again.
 *
 * @param value from 1 to 2^63 - 1
 */
public record CityId(long value) implements Comparable<CityId> {

    /** @throws IllegalArgumentException when the value is not positive */
    public CityId {
        if (value < 1) {
            throw new IllegalArgumentException("Not a city's id: " + value);
        }
    }

    @Override
    public int compareTo(CityId other) {
        return Long.compare(value, other.value);
    }
}
