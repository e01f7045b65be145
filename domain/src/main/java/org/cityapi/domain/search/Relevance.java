package org.cityapi.domain.search;

import java.util.Comparator;

/**
 * How well a city answers a search, the best first.
 *
 * @param rank 1 to 7, of its {@link Match}
 * @param within decides among equal ranks, the lower first: the distance in kilometres, or the population below zero
 */
public record Relevance(int rank, double within) implements Comparable<Relevance> {

    private static final Comparator<Relevance> ORDER =
            Comparator.comparingInt(Relevance::rank).thenComparingDouble(Relevance::within);

    @Override
    public int compareTo(Relevance other) {
        return ORDER.compare(this, other);
    }
}
