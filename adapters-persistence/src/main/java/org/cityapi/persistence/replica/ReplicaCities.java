package org.cityapi.persistence.replica;

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

/** Reads cities from the replica, and writes them where they are written. */
record ReplicaCities(Replica replica, CityRepository all) implements CityRepository {

    @Override
    public Optional<City> find(CityId id) {
        return replica.read(() -> all.find(id));
    }

    @Override
    public Optional<Long> version(CityId id) {
        return replica.read(() -> all.version(id));
    }

    @Override
    public List<City> list(CityFilter filter, CitySort sort, Scroll scroll) {
        return replica.read(() -> all.list(filter, sort, scroll));
    }

    @Override
    public Optional<CityId> idAt(long offset) {
        return replica.read(() -> all.idAt(offset));
    }

    @Override
    public boolean isEmpty() {
        return replica.read(all::isEmpty);
    }

    @Override
    public List<CountryTotals> totals() {
        return replica.read(all::totals);
    }

    @Override
    public City add(CityDetails details, @Nullable UserId by, Instant at) {
        return all.add(details, by, at);
    }

    @Override
    public void replace(City next) {
        all.replace(next);
    }

    @Override
    public void delete(City city) {
        all.delete(city);
    }

    @Override
    public void restore(City city) {
        all.restore(city);
    }
}
