package org.cityapi.domain.country;

/**
 * The code of a country, as ISO 3166-1 alpha-2 writes it: two capital letters.
 *
 * @param value {@code FR} and the like; whether a country has it, {@link Countries} tells
 */
public record CountryCode(String value) implements Comparable<CountryCode> {

    /** @throws IllegalArgumentException unless the value is two letters A to Z */
    public CountryCode {
        if (value.length() != 2 || !isCapital(value.charAt(0)) || !isCapital(value.charAt(1))) {
            throw new IllegalArgumentException("Not an alpha-2 code: " + value);
        }
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }
}
