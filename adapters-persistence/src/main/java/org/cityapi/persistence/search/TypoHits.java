package org.cityapi.persistence.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;
import org.jspecify.annotations.Nullable;

/** Hits for which typing errors are forgiven. */
record TypoHits(Hits hits) {

    private static final int AT_A_TIME = 100;

    List<Hit> find(int max) throws SQLException {
        CityQuery query = hits.query();
        SearchText text = Objects.requireNonNull(query.text());
        // In the order of the index an answer is complete as soon as it is full; in any other only at the end.
        int enough = query.isByRelevance() && query.near() == null ? max : Integer.MAX_VALUE;
        List<Hit> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Lookup lookup : List.of(new Lookup.Typos(text), new Lookup.TyposInWords(text))) {
            find(lookup, enough, seen, found);
        }
        return found.stream()
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .limit(max)
                .toList();
    }

    private void find(Lookup lookup, int enough, Set<Long> seen, List<Hit> found) throws SQLException {
        @Nullable Place from = null;
        while (found.size() < enough) {
            List<Place> places =
                    hits.names().find(hits.connection(), lookup, hits.query().filter(), from, false, AT_A_TIME);
            List<Long> ids = places.stream().map(Place::id).filter(seen::add).toList();
            Map<Long, City> cities = hits.cities(ids);
            ids.forEach(
                    id -> hits.present(cities, id).flatMap(hits.query()::typo).ifPresent(found::add));
            if (places.size() < AT_A_TIME) {
                return;
            }
            from = places.get(places.size() - 1);
        }
    }
}
