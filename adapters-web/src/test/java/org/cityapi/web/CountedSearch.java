package org.cityapi.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;

/** A search that tells how often it was asked to count, and to forgive typing errors. */
final class CountedSearch implements CitySearch {

    private final CitySearch search;
    private final AtomicInteger counts = new AtomicInteger();
    private final AtomicInteger typos = new AtomicInteger();

    CountedSearch(CitySearch search) {
        this.search = search;
    }

    int counts() {
        return counts.get();
    }

    int typos() {
        return typos.get();
    }

    @Override
    public List<Hit> find(CityQuery query, Scroll scroll) {
        return search.find(query, scroll);
    }

    @Override
    public List<Hit> typos(CityQuery query, int max) {
        typos.incrementAndGet();
        return search.typos(query, max);
    }

    @Override
    public long count(CityQuery query) {
        counts.incrementAndGet();
        return search.count(query);
    }
}
