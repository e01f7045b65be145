package org.cityapi.persistence.replica;

import java.util.List;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;

/** Searches the replica. */
record ReplicaSearch(Replica replica, CitySearch all) implements CitySearch {

    @Override
    public List<Hit> find(CityQuery query, Scroll scroll) {
        return replica.read(() -> all.find(query, scroll));
    }

    @Override
    public List<Hit> typos(CityQuery query, int max) {
        return replica.read(() -> all.typos(query, max));
    }

    @Override
    public long count(CityQuery query) {
        return replica.read(() -> all.count(query));
    }
}
