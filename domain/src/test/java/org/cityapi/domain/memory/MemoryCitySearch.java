package org.cityapi.domain.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;

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
        return hits(query::hit)
                .filter(hit -> from == null || order.compare(hit.position(), from) > 0)
                .sorted(Comparator.comparing(Hit::position, order))
                .limit(scroll.max())
                .toList();
    }

    @Override
    public List<Hit> typos(CityQuery query, int max) {
        return hits(query::typo)
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .limit(max)
                .toList();
    }

    @Override
    public long count(CityQuery query) {
        return hits(query::hit).count();
    }

    private Stream<Hit> hits(Function<City, Optional<Hit>> hit) {
        return store.seen().cities.values().stream().map(hit).flatMap(Optional::stream);
    }
}
