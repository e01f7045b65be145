package org.cityapi.application;

import java.util.List;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserRepository;
import org.jspecify.annotations.Nullable;

/** Tells what was done to one city, also after its deletion. */
public final class ReadHistory {

    /** Stands before no change. */
    public static final long NEWEST = Long.MAX_VALUE;

    private final UnitOfWork work;
    private final CityRepository cities;
    private final ChangeLog changes;
    private final Makers makers;

    public ReadHistory(UnitOfWork work, CityRepository cities, ChangeLog changes, UserRepository users) {
        this.work = work;
        this.cities = cities;
        this.changes = changes;
        makers = new Makers(users);
    }

    /**
     * Which page is wanted.
     *
     * @param before the sequence before which it begins; {@link #NEWEST} for the first
     * @param limit how many changes it may have
     */
    public record Asked(long before, int limit) {}

    /**
     * One page of a city's history.
     *
     * @param items newest first
     * @param next the sequence before which the next page begins; null on the last
     */
    public record Page(List<NamedChange> items, @Nullable Long next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * One page of a city's history, newest first; needs {@code read:history}. A city of the first load that was never
     * changed has none.
     *
     * @throws Rejection.NotFound when there never was such a city
     */
    public Page page(Actor actor, CityId id, Supplier<Asked> wanted) {
        actor.require(Permission.READ_HISTORY);
        Asked asked = wanted.get();
        return work.read(() -> {
            // One more than is shown tells whether there are more.
            List<LoggedChange> found = changes.latest(id, asked.before(), asked.limit() + 1);
            if (found.isEmpty() && !changes.tellsOf(id) && cities.find(id).isEmpty()) {
                throw new Rejection.NotFound(new Thing("city", Long.toString(id.value())));
            }
            boolean more = found.size() > asked.limit();
            List<LoggedChange> shown = more ? found.subList(0, asked.limit()) : found;
            return new Page(
                    makers.named(shown), more ? shown.get(shown.size() - 1).sequence() : null);
        });
    }
}
