package org.cityapi.persistence;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;

/** Many cities in the table {@code city}. */
@Singleton
final class JdbcManyCities implements ManyCities {

    private static final String FIND = "SELECT " + CityRow.COLUMNS + " FROM city WHERE ";

    private final JdbcCityRepository cities;
    private final JdbcUnitOfWork work;
    private final Dialect dialect;
    private final NameIndex names;

    JdbcManyCities(JdbcCityRepository cities, JdbcUnitOfWork work, Dialect dialect, NameIndex names) {
        this.cities = cities;
        this.work = work;
        this.dialect = dialect;
        this.names = names;
    }

    @Override
    public Map<CityId, City> find(Collection<CityId> ids) {
        return found("id", ids.stream().map(CityId::value).toList(), City::id);
    }

    @Override
    public Map<GeonameId, City> withGeonameIds(Collection<GeonameId> ids) {
        return found(
                "geoname_id",
                ids.stream().map(GeonameId::value).toList(),
                city -> Objects.requireNonNull(city.details().geonameId()));
    }

    private <K> Map<K, City> found(String column, List<Long> values, Function<City, K> key) {
        return values.isEmpty()
                ? Map.of()
                : work.query(Sql.of(FIND).addIn(column, values).rows(CityRow::city)).stream()
                        .collect(Collectors.toMap(key, Function.identity()));
    }

    @Override
    public <T> T together(Function<Writes, T> writing) {
        return work.update(connection -> {
            boolean isEmpty = cities.isEmpty();
            Dialect.Ending ending = dialect.manyWrites(connection, isEmpty);
            JdbcWrites writes = new JdbcWrites(cities, work, dialect, names, isEmpty);
            try {
                T result = writing.apply(writes);
                writes.end(connection);
                if (isEmpty || writes.hasNames()) {
                    names.expectMany();
                    work.afterwards(names::forget);
                }
                if (isEmpty) {
                    names.rebuild(connection);
                } else {
                    writes.nameAll(connection);
                }
                ending.run(true);
                return result;
            } catch (RuntimeException | SQLException failure) {
                ending.run(false);
                throw failure;
            }
        });
    }
}
