package org.cityapi.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** Gives cities a state again that they had before, whether they were deleted since or not. */
public final class RestoreCities {

    private final UnitOfWork work;
    private final CityRepository cities;
    private final ManyCities many;
    private final ChangeLog changes;
    private final KnownUsers users;
    private final Origins origins;
    private final Clock clock;

    public RestoreCities(
            UnitOfWork work, CityRepository cities, ManyCities many, ChangeLog changes, KnownUsers users, Clock clock) {
        this.work = work;
        this.cities = cities;
        this.many = many;
        this.changes = changes;
        this.users = users;
        this.clock = clock;
        origins = new Origins(changes);
    }

    /**
     * Makes a new version with the details of an old one; needs {@code update:cities}. A city that is like that already
     * stays as it is.
     *
     * @param version gives the number of the old version
     * @throws Rejection.NotFound when there never was such a city, or it had no such version
     * @throws Rejection.Absent when it was deleted, and a version of it is expected
     */
    public City restore(Actor actor, CityId id, ExpectedVersion expected, Supplier<Long> version) {
        actor.require(Permission.UPDATE_CITIES);
        long wanted = version.get();
        return work.write(() -> {
            City current = cities.find(id).orElse(null);
            if (current == null && !changes.tellsOf(id)) {
                throw new Rejection.NotFound(new Thing("city", Long.toString(id.value())));
            }
            CityDetails details = stateOf(id, current, wanted);
            return current == null ? revive(actor, id, expected, details) : replace(actor, current, expected, details);
        });
    }

    /** The city that has a number of GeoNames now, for which another one cannot come back with it; empty where none has. */
    public Optional<City> holder(GeonameId number) {
        return Optional.ofNullable(many.withGeonameIds(List.of(number)).get(number));
    }

    private City replace(Actor actor, City current, ExpectedVersion expected, CityDetails details) {
        expected.check(current);
        if (details.equals(current.details())) {
            return current;
        }
        users.remember(actor);
        City next = current.with(details, KeptTime.now(clock));
        cities.replace(next);
        changes.append(Change.restored(current, next, actor));
        return next;
    }

    private City revive(Actor actor, CityId id, ExpectedVersion expected, CityDetails details) {
        if (!expected.fitsAbsence()) {
            throw new Rejection.Absent();
        }
        users.remember(actor);
        Origins.Origin origin = origins.of(id);
        long deleted = changes.latest(id, Long.MAX_VALUE, 1).get(0).change().version();
        City back = new City(id, details, origin.by(), origin.at(), KeptTime.now(clock), deleted + 1);
        cities.restore(back);
        changes.append(Change.restored(null, back, actor));
        return back;
    }

    private CityDetails stateOf(CityId id, @Nullable City current, long version) {
        if (current != null && current.version() == version) {
            return current.details();
        }
        return changes.ofVersion(id, version)
                .map(change -> Optional.ofNullable(change.after()))
                .orElseGet(() -> version == 1 ? asLoaded(id) : Optional.empty())
                .orElseThrow(() -> new Rejection.NotFound(new Thing("version", Long.toString(version))));
    }

    /** Of a city of the first load the log does not tell its first version, but what was before the second. */
    private Optional<CityDetails> asLoaded(CityId id) {
        return Optional.ofNullable(changes.firstOf(List.of(id)).get(id)).map(Change::before);
    }
}
