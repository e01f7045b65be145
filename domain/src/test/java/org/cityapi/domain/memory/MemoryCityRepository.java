package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Cities in memory. */
public final class MemoryCityRepository implements CityRepository {

    private final MemoryStore store;

    MemoryCityRepository(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<City> find(CityId id) {
        return Optional.ofNullable(store.seen().cities.get(id));
    }

    @Override
    public Optional<Long> version(CityId id) {
        return find(id).map(City::version);
    }

    @Override
    public List<City> list(CityFilter filter, CitySort sort, Scroll scroll) {
        Comparator<Position> order = scroll.backwards() ? order(sort).reversed() : order(sort);
        Position from = scroll.from();
        return store.seen().cities.values().stream()
                .filter(city -> filter.passes(city.details()))
                .filter(city -> from == null || order.compare(sort.positionOf(city), from) > 0)
                .sorted(Comparator.comparing(sort::positionOf, order))
                .limit(scroll.max())
                .toList();
    }

    @Override
    public Optional<CityId> idAt(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("A negative offset: " + offset);
        }
        return store.seen().cities.keySet().stream().skip(offset).findFirst();
    }

    @Override
    public boolean isEmpty() {
        return store.seen().cities.isEmpty();
    }

    @Override
    public List<CountryTotals> totals() {
        Map<CountryCode, List<City>> byCountry = store.seen().cities.values().stream()
                .collect(Collectors.groupingBy(city -> city.details().country()));
        return byCountry.entrySet().stream()
                .map(each -> new CountryTotals(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .mapToLong(city -> city.details().population().value())
                                .sum()))
                .sorted(Comparator.comparing(each -> each.country().value()))
                .toList();
    }

    @Override
    public City add(CityDetails details, @Nullable UserId by, Instant at) {
        return store.change(state -> {
            refuseTaken(details.geonameId(), null);
            City city = new City(store.nextId(), details, by, at, at, 1);
            state.cities.put(city.id(), city);
            return city;
        });
    }

    @Override
    public void replace(City next) {
        store.change(state -> {
            refuseUnlessPresent(next.id(), next.version() - 1);
            refuseTaken(next.details().geonameId(), next.id());
            return state.cities.put(next.id(), next);
        });
    }

    @Override
    public void delete(City city) {
        store.change(state -> {
            refuseUnlessPresent(city.id(), city.version());
            return state.cities.remove(city.id());
        });
    }

    @Override
    public void restore(City city) {
        store.change(state -> {
            if (state.cities.containsKey(city.id())) {
                throw new IllegalStateException("There is a city " + city.id());
            }
            refuseTaken(city.details().geonameId(), null);
            return state.cities.put(city.id(), city);
        });
    }

    private void refuseUnlessPresent(CityId id, long version) {
        City present = find(id).orElseThrow(() -> new Rejection.NotFound(new Thing("city", Long.toString(id.value()))));
        if (present.version() != version) {
            throw new Rejection.Stale(present);
        }
    }

    private void refuseTaken(@Nullable GeonameId wanted, @Nullable CityId own) {
        if (wanted == null) {
            return;
        }
        boolean taken = store.seen().cities.values().stream()
                .anyMatch(city ->
                        wanted.equals(city.details().geonameId()) && !city.id().equals(own));
        if (taken) {
            throw new Rejection.Taken("geonameId", wanted.value());
        }
    }

    private static Comparator<Position> order(CitySort sort) {
        Comparator<Position> byKey = MemoryCityRepository::compareKeys;
        return (sort.descending() ? byKey.reversed() : byKey).thenComparing(Position::id);
    }

    /** Keys of one sort field are of one type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compareKeys(Position a, Position b) {
        return ((Comparable) a.key()).compareTo(b.key());
    }
}
