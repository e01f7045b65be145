package org.cityapi.persistence.search;

import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.persistence.Dialect;

/** Filters of each kind, with each sort: what a plan must hold for. */
final class EveryFilter {

    private EveryFilter() {}

    static Stream<Spots> inEachOrder(Dialect dialect) {
        CountryCode france = new CountryCode("FR");
        return Stream.of(
                        CityFilter.ALL,
                        new CityFilter(Set.of(france), null, null),
                        new CityFilter(Set.of(france, new CountryCode("DE")), 10L, 5_000L),
                        new CityFilter(Set.of(), 10L, null),
                        new CityFilter(Set.of(), null, 100_000L))
                .flatMap(filter -> Stream.of(SortField.values()).map(field -> new Spots(filter, field, dialect)));
    }
}
