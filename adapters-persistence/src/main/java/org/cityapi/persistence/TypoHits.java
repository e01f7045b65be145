package org.cityapi.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.persistence.NameIndex.Lookup;
import org.cityapi.persistence.NameIndex.Place;

/** Hits for which typing errors are forgiven. */
record TypoHits(Hits hits) {

    private static final int AT_A_TIME = 100;

    List<Hit> find(int max) throws SQLException {
        CityQuery query = hits.query();
        boolean inOrder = query.isByRelevance() && query.near() == null;
        Lookup lookup = new Lookup.Typos(Objects.requireNonNull(query.text()));
        List<Hit> found = new ArrayList<>();
        Place from = null;
        while (!inOrder || found.size() < max) {
            List<Place> places = hits.names().find(hits.connection(), lookup, query.filter(), from, false, AT_A_TIME);
            var cities = hits.cities(places.stream().map(Place::id).toList());
            places.forEach(place ->
                    query.typo(Objects.requireNonNull(cities.get(place.id()))).ifPresent(found::add));
            if (places.size() < AT_A_TIME) {
                break;
            }
            from = places.get(places.size() - 1);
        }
        return found.stream()
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .limit(max)
                .toList();
    }
}
