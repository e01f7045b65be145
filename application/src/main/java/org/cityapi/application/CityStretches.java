package org.cityapi.application;

import java.util.List;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;

/** Stretches of what a query finds without typing errors forgiven, in whichever way is the quickest for that query. */
record CityStretches(CityRepository cities, CitySearch search) {

    List<Hit> of(CityQuery query, Scroll scroll) {
        return query.isPlain() ? plain(query, scroll) : search.find(query, scroll);
    }

    private List<Hit> plain(CityQuery query, Scroll scroll) {
        return cities.list(query.filter(), query.fieldSort(), scroll).stream()
                .flatMap(city -> query.hit(city).stream())
                .toList();
    }
}
