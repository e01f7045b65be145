package org.cityapi.persistence.search;

import java.util.List;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.Relevance;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.NameIndex.Lookup;

/** The ranks of hits, and how those of each are looked up. */
final class Ranks {

    private static final List<Integer> BEST_FIRST = List.of(Match.SAME, Match.NEAR, Match.OTHER);
    private static final List<Integer> BEST_LAST = List.of(Match.OTHER, Match.NEAR, Match.SAME);

    private Ranks() {}

    /** Those that a stretch may reach, in its order. */
    static List<Integer> in(Scroll scroll) {
        List<Integer> all = scroll.backwards() ? BEST_LAST : BEST_FIRST;
        return scroll.from() == null ? all : all.subList(all.indexOf(rank(scroll.from())), all.size());
    }

    /** Whether the stretch begins amid the hits of a rank. */
    static boolean beginsIn(int rank, Scroll scroll) {
        return scroll.from() != null && rank(scroll.from()) == rank;
    }

    private static int rank(Position place) {
        return ((Relevance) place.key()).rank();
    }

    /** Finds the hits of one rank, and some of the better ones, too. */
    static Lookup lookup(int rank, SearchText text) {
        return switch (rank) {
            case Match.SAME -> new Lookup.Same(text);
            case Match.NEAR -> new Lookup.Near(text);
            default -> new Lookup.Words(text);
        };
    }
}
