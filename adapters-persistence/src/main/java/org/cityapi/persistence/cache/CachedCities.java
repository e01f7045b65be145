package org.cityapi.persistence.cache;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Finds single cities in the near cache, and tells it what is written. */
record CachedCities(NearCache cache, CityRepository store) implements CityRepository {

    @Override
    public Optional<City> find(CityId id) {
        return cache.find(id);
    }

    @Override
    public Optional<City> atHand(CityId id) {
        return cache.atHand(id);
    }

    /** From the store: whatever is kept was looked for by {@link #atHand} before, and a version alone is not kept. */
    @Override
    public Optional<Long> version(CityId id) {
        return store.version(id);
    }

    @Override
    public List<City> list(CityFilter filter, CitySort sort, Scroll scroll) {
        return store.list(filter, sort, scroll);
    }

    @Override
    public Optional<CityId> idAt(long offset) {
        return store.idAt(offset);
    }

    @Override
    public boolean isEmpty() {
        return store.isEmpty();
    }

    @Override
    public List<CountryTotals> totals() {
        return store.totals();
    }

    @Override
    public City add(CityDetails details, @Nullable UserId by, Instant at) {
        return store.add(details, by, at);
    }

    @Override
    public void replace(City next) {
        cache.touch(next.id());
        store.replace(next);
    }

    @Override
    public void delete(City city) {
        cache.touch(city.id());
        store.delete(city);
    }

    @Override
    public void restore(City city) {
        cache.touch(city.id());
        store.restore(city);
    }
}
