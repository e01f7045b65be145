package org.cityapi.domain.city;

/**
 * The number of inhabitants.
 *
 * @param value 0 to 100,000,000; in loaded data 0 means unknown
 */
public record Population(long value) {

    public static final long MAX = 100_000_000;

    /** @throws IllegalArgumentException when the value is out of range */
    public Population {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("Not a population: " + value);
        }
    }
}
