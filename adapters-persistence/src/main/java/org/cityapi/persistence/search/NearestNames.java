package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.NameIndex.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * Hits by rank and distance: those of each rank are gathered where they are few, else looked for around the place; where
 * they are too many even for that, the names of the cities around the place are read.
 */
record NearestNames(Hits hits) {

    List<Hit> find(Scroll scroll) throws SQLException {
        List<Hit> found = new ArrayList<>();
        for (int rank : Ranks.in(scroll)) {
            int room = scroll.max() - found.size();
            if (room > 0) {
                Position from = Ranks.beginsIn(rank, scroll) ? scroll.from() : null;
                found.addAll(find(rank, new Scroll(from, scroll.backwards(), room)));
            }
        }
        return found;
    }

    private List<Hit> find(int rank, Scroll scroll) throws SQLException {
        Lookup lookup = Ranks.lookup(rank, Objects.requireNonNull(hits.query().text()));
        boolean frequent = rank != Match.SAME && new Frequency(hits, lookup).reads(scroll.max()) > 0;
        Set<Long> ids = frequent ? null : ids(rank);
        NearestHits nearest = new NearestHits(hits, new NearestHits.Among(rank, ids));
        return ids != null && ids.size() < hits.costs().many()
                ? hits.stretch(nearest.positions(hits.with(ids)), scroll)
                : nearest.find(scroll);
    }

    /** Null where they are too many to be gathered. */
    private @Nullable Set<Long> ids(int rank) throws SQLException {
        SearchText text = Objects.requireNonNull(hits.query().text());
        Set<Long> ids = hits.fewer(Ranks.lookup(rank, text), hits.costs().manyNames());
        if (ids == null) {
            return null;
        }
        if (rank != Match.SAME) {
            ids.removeAll(hits.ids(new Lookup.Same(text)));
        }
        if (rank == Match.OTHER) {
            ids.removeAll(hits.ids(new Lookup.Near(text)));
        }
        return ids;
    }
}
