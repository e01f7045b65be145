package org.cityapi.domain.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.KnownMatches;

/** Search that looks at every city. */
public final class MemoryCitySearch implements CitySearch {

    private final MemoryStore store;

    MemoryCitySearch(MemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Hit> find(CityQuery query, Scroll scroll) {
        Comparator<Position> order = scroll.backwards() ? query.order().reversed() : query.order();
        Position from = scroll.from();
        return KnownMatches.hits(query, cities())
                .filter(hit -> from == null || order.compare(hit.position(), from) > 0)
                .sorted(Comparator.comparing(Hit::position, order))
                .limit(scroll.max())
                .toList();
    }

    @Override
    public List<Hit> typos(CityQuery query, int max) {
        return KnownMatches.typos(query, cities())
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .limit(max)
                .toList();
    }

    @Override
    public long count(CityQuery query) {
        return KnownMatches.hits(query, cities()).count();
    }

    private Collection<City> cities() {
        return store.seen().cities.values();
    }
}
