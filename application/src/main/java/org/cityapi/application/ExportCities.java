package org.cityapi.application;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;

/** Hands over all cities that a query finds, as they were at one moment; open to anyone. */
public final class ExportCities {

    /** How many cities are read at a time by id: each may have 200 names, and several stretches are in memory. */
    static final int STRETCH = 250;

    /** As many in another order: to go on there costs more than to read what is there. */
    static final int STRETCH_IN_ORDER = 1_000;

    /** As many by distance: rings far away are wide, and looked through anew for each stretch. */
    static final int STRETCH_BY_DISTANCE = 4_000;

    private final UnitOfWork work;
    private final CityStretches stretches;
    private final ChangeLog changes;
    private final int atOnce;
    private final Semaphore turns;

    /** @param atOnce how many exports may run at a time; each keeps a transaction open */
    public ExportCities(UnitOfWork work, CityRepository cities, CitySearch search, ChangeLog changes, int atOnce) {
        this.work = work;
        this.changes = changes;
        this.atOnce = atOnce;
        stretches = new CityStretches(cities, search);
        turns = new Semaphore(atOnce);
    }

    /**
     * The state of the register that an export tells.
     *
     * @param sequence the last change in it; what comes after that in the change log is not in the export
     * @param loaded whether the register was once filled with the bundled cities
     */
    public record Moment(long sequence, boolean loaded) {}

    /** Takes what is exported. Whatever it throws ends the export, and its transaction with it. */
    public interface Receiver {

        /** Told once, when the first cities have been read. */
        void begin(Moment moment);

        /** Takes the next cities in their order, one at least; waits until there is room for them. */
        void take(List<Hit> stretch);
    }

    /**
     * Hands over on this thread what {@link FindCities#count} counts: in the order of the listing where the query has one of
     * its own, else by id, which is the quickest.
     *
     * @throws Rejection.Unavailable when as many exports are under way as may be
     */
    public void export(CityQuery query, Receiver receiver) {
        if (!turns.tryAcquire()) {
            throw new Rejection.Unavailable(
                    Dependency.EXPORT, new TimeoutException("As many as " + atOnce + " are under way"));
        }
        try {
            work.read(() -> {
                handOver(ordered(query), receiver);
                return true;
            });
        } finally {
            turns.release();
        }
    }

    private static CityQuery ordered(CityQuery query) {
        return query.sort() != null || query.isByRelevance() || query.isByDistance()
                ? query
                : CityQuery.of(query.filter(), CitySort.BY_ID);
    }

    private static int stretch(CityQuery query) {
        if (query.isByDistance()) {
            return STRETCH_BY_DISTANCE;
        }
        return query.isPlain() && CitySort.BY_ID.equals(query.sort()) ? STRETCH : STRETCH_IN_ORDER;
    }

    private void handOver(CityQuery query, Receiver receiver) {
        int max = stretch(query);
        List<Hit> stretch = stretches.of(query, Scroll.first(max));
        receiver.begin(new Moment(changes.last(), isLoaded()));
        while (!stretch.isEmpty()) {
            receiver.take(stretch);
            stretch = stretch.size() < max
                    ? List.of()
                    : stretches.of(
                            query, Scroll.after(stretch.get(stretch.size() - 1).position(), max));
        }
    }

    private boolean isLoaded() {
        return changes.after(0, 1).stream().anyMatch(first -> first.change().action() == Action.LOAD);
    }
}
