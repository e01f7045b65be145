package org.cityapi.domain.search;

import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Position;
import org.jspecify.annotations.Nullable;

/**
 * A city that was found.
 *
 * @param match null when nothing was searched for
 * @param distanceKm from the place that was asked about; null when none was
 * @param position its place in the order of the answer
 */
public record Hit(
        City city, @Nullable Match match, @Nullable Double distanceKm, Position position) {

    /** Whether it was found for a typing error alone. */
    public boolean isForgiven() {
        return match != null && match.kind() == MatchKind.FUZZY;
    }
}
