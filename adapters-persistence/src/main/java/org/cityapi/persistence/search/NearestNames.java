package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.NameIndex.Lookup;

/** Hits by rank and distance: those of each rank are gathered where they are few, else looked for around the place. */
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
        NearestHits.Among among = new NearestHits.Among(rank, ids(rank));
        NearestHits nearest = new NearestHits(hits, among);
        return among.ids().size() < hits.costs().many()
                ? hits.stretch(nearest.positions(hits.with(among.ids())), scroll)
                : nearest.find(scroll);
    }

    private Set<Long> ids(int rank) throws SQLException {
        SearchText text = Objects.requireNonNull(hits.query().text());
        Set<Long> ids = new HashSet<>(hits.ids(Ranks.lookup(rank, text)));
        if (rank != Match.SAME) {
            ids.removeAll(hits.ids(new Lookup.Same(text)));
        }
        if (rank == Match.OTHER) {
            ids.removeAll(hits.ids(new Lookup.Near(text)));
        }
        return ids;
    }
}
