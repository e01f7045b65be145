package org.cityapi.domain.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.city.CityId;

/**
 * Keeps every change of every city, in the order of their commits, for good.
 *
 * <p>Each method joins the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throws {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached.
 */
public interface ChangeLog {

    /**
     * Adds a change at the end, in the transaction of the write that it tells of.
     *
     * @throws IllegalStateException outside of work that writes
     */
    void append(Change change);

    /**
     * Makes ready to add changes in the order given; as {@link #append}, but faster. What can be done by another thread
     * begins at once.
     *
     * @return adds them, on the thread of the work
     */
    default Runnable appending(List<Change> changes) {
        return () -> changes.forEach(this::append);
    }

    /** Adds changes in the order given; as {@link #append}, but faster. */
    default void appendAll(List<Change> changes) {
        appending(changes).run();
    }

    /**
     * Changes of one city, newest first.
     *
     * @param before only those of a lower sequence
     * @param max at most so many
     */
    List<LoggedChange> latest(CityId city, long before, int max);

    /**
     * Some changes of all cities, newest first.
     *
     * @param before only those of a lower sequence
     * @param max at most so many
     */
    List<LoggedChange> find(ChangeFilter filter, long before, int max);

    /**
     * The deletions of cities that are gone, newest first.
     *
     * @param before only those of a lower sequence
     * @param max at most so many
     */
    List<LoggedChange> deletions(long before, int max);

    /** The change that made this version of a city; empty where the log tells of none. */
    Optional<Change> ofVersion(CityId city, long version);

    /** The first change of each of these cities, for those of which the log tells. */
    Map<CityId, Change> firstOf(Collection<CityId> cities);

    /**
     * Changes of all cities, oldest first. Whoever goes on after the last one that he was given is given every change
     * once: none appears in front of one that could be read.
     *
     * @param sequence only those of a higher one
     * @param max at most so many
     */
    List<LoggedChange> after(long sequence, int max);

    /**
     * Changes of all cities, newest first.
     *
     * @param sequence only those of a lower one
     * @param max at most so many
     */
    List<LoggedChange> before(long sequence, int max);

    /** The sequence of the last change; 0 when there is none. */
    long last();

    /** Whether the log tells of this city: one that it tells of and that is not there was deleted. */
    boolean tellsOf(CityId city);

    /** Whether nothing was ever appended. */
    boolean isEmpty();
}
