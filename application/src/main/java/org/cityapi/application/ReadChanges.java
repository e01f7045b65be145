package org.cityapi.application;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserRepository;
import org.jspecify.annotations.Nullable;

/** Tells the changes of all cities in the order of their commits, so that copies can follow. */
public final class ReadChanges {

    private final UnitOfWork work;
    private final ChangeLog changes;
    private final Makers makers;
    private final Origins origins;

    public ReadChanges(UnitOfWork work, ChangeLog changes, UserRepository users) {
        this.work = work;
        this.changes = changes;
        makers = new Makers(users);
        origins = new Origins(changes);
    }

    /**
     * Which changes are wanted.
     *
     * @param since the sequence after which they begin; 0 for the first of all
     * @param limit how many at most
     */
    public record Asked(long since, int limit) {}

    /**
     * One change, and the city as it was then.
     *
     * @param city null when it is gone, and for the load of a whole register
     */
    public record Told(NamedChange named, @Nullable City city) {}

    /** The changes after a place in the log, oldest first; needs {@code read:history}. */
    public List<Told> after(Actor actor, Supplier<Asked> wanted) {
        actor.require(Permission.READ_HISTORY);
        Asked asked = wanted.get();
        return work.read(() -> told(changes.after(asked.since(), asked.limit())));
    }

    /**
     * Some changes of all cities, newest first; needs {@code read:history}.
     *
     * @param wanted reads which, after the right to it was judged
     */
    public List<NamedChange> find(Actor actor, Supplier<Wanted> wanted) {
        actor.require(Permission.READ_HISTORY);
        Wanted some = wanted.get();
        return work.read(() -> makers.named(changes.find(some.filter(), some.before(), some.limit())));
    }

    /**
     * Which changes are wanted.
     *
     * @param before the sequence before which they begin; {@link ReadHistory#NEWEST} for the newest
     */
    public record Wanted(ChangeFilter filter, long before, int limit) {}

    /**
     * The deletions of cities that are gone, newest first; needs {@code read:history}.
     *
     * @param wanted its {@code since} is the sequence before which they begin; {@link ReadHistory#NEWEST} for the first
     */
    public List<NamedChange> deletions(Actor actor, Supplier<Asked> wanted) {
        actor.require(Permission.READ_HISTORY);
        Asked asked = wanted.get();
        return work.read(() -> makers.named(changes.deletions(asked.since(), asked.limit())));
    }

    private List<Told> told(List<LoggedChange> found) {
        Map<CityId, Origins.Origin> made = origins.of(found.stream()
                .flatMap(logged -> Stream.ofNullable(logged.change().city()))
                .collect(Collectors.toSet()));
        return makers.named(found).stream()
                .map(named -> new Told(named, city(named.logged().change(), made)))
                .toList();
    }

    private static @Nullable City city(Change change, Map<CityId, Origins.Origin> made) {
        CityId id = change.city();
        CityDetails details = change.after();
        Origins.Origin origin = id == null ? null : made.get(id);
        return id == null || details == null || origin == null
                ? null
                : new City(id, details, origin.by(), origin.at(), change.at(), change.version());
    }
}
