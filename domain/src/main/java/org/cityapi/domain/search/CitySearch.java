package org.cityapi.domain.search;

import java.util.List;
import java.util.Optional;
import org.cityapi.domain.city.Scroll;

/**
 * Finds cities by their names and places.
 *
 * <p>What is found, and in which order, {@link CityQuery} tells; how, is the store's affair. Each method sees one state
 * of the store, joins the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throws {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached.
 */
public interface CitySearch {

    /** A stretch of the answer, without typing errors forgiven. */
    List<Hit> find(CityQuery query, Scroll scroll);

    /** What {@link #find} answers, where nobody has to wait for it; empty says nothing: ask for {@link #find}. */
    default Optional<List<Hit>> atHand(CityQuery query, Scroll scroll) {
        return Optional.empty();
    }

    /** Of the cities that are found if typing errors are forgiven, and not else, the first, by {@link CityQuery#order}. */
    List<Hit> typos(CityQuery query, int max);

    /** How many cities {@link #find} finds in all. */
    long count(CityQuery query);
}
