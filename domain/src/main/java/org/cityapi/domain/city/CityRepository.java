package org.cityapi.domain.city;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cities.
 *
 * <p>Each method joins the transaction of the {@link org.cityapi.domain.UnitOfWork} that is open on the thread; those
 * that write need one. All of them throw {@link org.cityapi.domain.rejection.Rejection.Unavailable} when the store
 * cannot be reached.
 */
public interface CityRepository {

    /** The city of that id; empty when it never was or was deleted. */
    Optional<City> find(CityId id);

    /**
     * The city of that id, where that can be told without asking the store, so that nobody has to wait; empty says
     * nothing.
     */
    default Optional<City> atHand(CityId id) {
        return Optional.empty();
    }

    /**
     * The version of the city of that id, from 1 on; empty when it never was or was deleted. Nothing else of the city is
     * read for it.
     */
    Optional<Long> version(CityId id);

    /** A stretch of the cities that pass the filter, in the order of the sort. */
    List<City> list(CityFilter filter, CitySort sort, Scroll scroll);

    /**
     * The id of the city that has so many before it in the order of ids; empty when there are not as many.
     *
     * @throws IllegalArgumentException when the offset is negative
     */
    Optional<CityId> idAt(long offset);

    /** Whether there is no city at all. */
    boolean isEmpty();

    /** Of each country that has cities, in the order of the codes. */
    List<CountryTotals> totals();

    /**
     * Adds a city as version 1, with an id that no city had before.
     *
     * @param by null for the register's own doing
     * @throws org.cityapi.domain.rejection.Rejection.Taken when another city has its {@code geonameId}
     */
    City add(CityDetails details, @Nullable UserId by, Instant at);

    /**
     * Puts the next version of a city in the place of the present one.
     *
     * @throws org.cityapi.domain.rejection.Rejection.NotFound when there is no such city
     * @throws org.cityapi.domain.rejection.Rejection.Stale when the present version is not the one before
     * @throws org.cityapi.domain.rejection.Rejection.Taken when another city has its {@code geonameId}
     */
    void replace(City next);

    /**
     * Takes a city out.
     *
     * @throws org.cityapi.domain.rejection.Rejection.NotFound when there is no such city
     * @throws org.cityapi.domain.rejection.Rejection.Stale when the present version is another
     */
    void delete(City city);

    /**
     * Puts a city that was deleted back, as it is given.
     *
     * @throws IllegalStateException when a city of its id is there
     * @throws org.cityapi.domain.rejection.Rejection.Taken when another city has its {@code geonameId}
     */
    void restore(City city);
}
