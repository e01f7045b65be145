package org.cityapi.domain.city;

import org.cityapi.domain.country.CountryCode;

/**
 * What the cities of one country have together.
 *
 * @param cities how many they are, at least one
 * @param population of them all
 */
public record CountryTotals(CountryCode country, long cities, long population) {}
