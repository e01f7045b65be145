package org.cityapi.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * New cities that are to be inserted, in the order of their ids.
 *
 * @param rows of them, which another thread computes while the cities before are inserted
 */
record PendingCities(List<City> cities, CompletableFuture<List<@Nullable Object[]>> rows) {

    /** @param cities at least one */
    static PendingCities of(List<City> cities) {
        return new PendingCities(
                cities,
                CompletableFuture.supplyAsync(() -> cities.stream()
                        .map(city -> CityRow.of(city.details()).values(city))
                        .toList()));
    }

    /** @throws Rejection.Taken when another city has the number of one of them */
    void insert(Connection connection, Dialect dialect) throws SQLException {
        try {
            dialect.insert(connection, new Rows("city", CityRow.ALL, rows.join()));
        } catch (DuplicateRow e) {
            throw taken(cities.get(e.index()), e);
        } catch (SQLException e) {
            if (!dialect.isDuplicate(e)) {
                throw e;
            }
            long there = Sql.of(
                            "SELECT count(*) FROM city WHERE id >= ?",
                            cities.get(0).id().value())
                    .number(connection);
            throw taken(cities.get((int) there), e);
        }
    }

    /** What it means that a city was refused as a duplicate. */
    static RuntimeException taken(City city, SQLException failure) {
        GeonameId geonameId = city.details().geonameId();
        return geonameId == null
                ? new IllegalStateException(failure)
                : new Rejection.Taken("geonameId", geonameId.value());
    }
}
