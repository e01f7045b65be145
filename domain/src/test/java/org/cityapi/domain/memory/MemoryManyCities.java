package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Many cities in memory. */
final class MemoryManyCities implements ManyCities {

    private final MemoryStore store;
    private final MemoryCityRepository cities;

    MemoryManyCities(MemoryStore store, MemoryCityRepository cities) {
        this.store = store;
        this.cities = cities;
    }

    @Override
    public Map<CityId, City> find(Collection<CityId> ids) {
        return ids.stream().flatMap(id -> cities.find(id).stream()).collect(Collectors.toMap(City::id, city -> city));
    }

    @Override
    public Map<GeonameId, City> withGeonameIds(Collection<GeonameId> ids) {
        return store.seen().cities.values().stream()
                .filter(city -> city.details().geonameId() != null
                        && ids.contains(city.details().geonameId()))
                .collect(Collectors.toMap(
                        city -> Objects.requireNonNull(city.details().geonameId()), city -> city));
    }

    @Override
    public <T> T together(Function<Writes, T> work) {
        return store.change(state -> work.apply(new OneByOne(state.cities.isEmpty())));
    }

    private final class OneByOne implements Writes {

        private final boolean beganEmpty;

        private OneByOne(boolean beganEmpty) {
            this.beganEmpty = beganEmpty;
        }

        @Override
        public boolean beganEmpty() {
            return beganEmpty;
        }

        @Override
        public List<City> add(List<CityDetails> details, @Nullable UserId by, Instant at) {
            return details.stream().map(each -> cities.add(each, by, at)).toList();
        }

        @Override
        public void replace(List<Replacement> replacements) {
            replacements.forEach(each -> cities.replace(each.next()));
        }

        @Override
        public void delete(List<City> doomed) {
            doomed.forEach(cities::delete);
        }
    }
}
