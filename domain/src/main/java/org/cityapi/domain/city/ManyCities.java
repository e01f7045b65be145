package org.cityapi.domain.city;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Finds and writes cities by the thousand, faster than {@link CityRepository} does one by one.
 *
 * <p>Each method joins the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throws {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached.
 */
public interface ManyCities {

    /** Those of these cities that are there. */
    Map<CityId, City> find(Collection<CityId> ids);

    /** Those cities that have one of these numbers. */
    Map<GeonameId, City> withGeonameIds(Collection<GeonameId> ids);

    /**
     * Runs work that writes many cities. What is added is read, by whichever port, only when it has returned.
     *
     * @throws IllegalStateException outside of a unit of work that writes
     */
    <T> T together(Function<Writes, T> work);

    /** What can be written; each call takes some thousand cities at best. */
    interface Writes {

        /** Whether there was no city when the work began: then none is there that it has not added itself. */
        boolean beganEmpty();

        /**
         * Adds cities as version 1, in the order given, with ids that no city had before, each higher than the last.
         *
         * @param by null for the register's own doing
         * @throws org.cityapi.domain.rejection.Rejection.Taken when two cities would have the same {@code geonameId}
         */
        List<City> add(List<CityDetails> details, @Nullable UserId by, Instant at);

        /**
         * Puts the next versions of cities in the place of the present ones, one after the other.
         *
         * @throws org.cityapi.domain.rejection.Rejection.Stale when a city is not as it was before
         * @throws org.cityapi.domain.rejection.Rejection.Taken when two cities would have the same {@code geonameId}
         */
        void replace(List<Replacement> replacements);

        /**
         * Takes cities out.
         *
         * @throws org.cityapi.domain.rejection.Rejection.Stale when a city is not as given
         */
        void delete(List<City> cities);
    }

    /**
     * A city and its next version.
     *
     * @param before as it is in the store
     */
    record Replacement(City before, City next) {}
}
