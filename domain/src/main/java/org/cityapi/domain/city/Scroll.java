package org.cityapi.domain.city;

import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a sorted list is wanted.
 *
 * @param from the place beyond which the stretch begins, itself left out; null for the beginning (or the end, backwards)
 * @param backwards whether the stretch lies before the place; the cities nearest to it come first then
 * @param max how many cities at most
 */
public record Scroll(@Nullable Position from, boolean backwards, int max) {

    /** @throws IllegalArgumentException when {@code max} is negative */
    public Scroll {
        if (max < 0) {
            throw new IllegalArgumentException("A stretch of " + max + " cities");
        }
    }

    /** The first cities of the list. */
    public static Scroll first(int max) {
        return new Scroll(null, false, max);
    }

    /** The cities after a place. */
    public static Scroll after(Position from, int max) {
        return new Scroll(from, false, max);
    }
}
