package org.cityapi.application;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;

/**
 * Adds, changes and deletes cities. Each write appends to the change log in its own transaction.
 *
 * <p>What to write comes as a supplier, so that a request without the right to write is refused before anybody reads
 * the rest of it.
 */
public final class EditCities {

    private final UnitOfWork work;
    private final CityRepository cities;
    private final ChangeLog changes;
    private final KnownUsers users;
    private final FindCities find;
    private final Clock clock;

    public EditCities(
            UnitOfWork work, CityRepository cities, ChangeLog changes, KnownUsers users, FindCities find, Clock clock) {
        this.work = work;
        this.cities = cities;
        this.changes = changes;
        this.users = users;
        this.find = find;
        this.clock = clock;
    }

    /** Adds a city; needs {@code create:cities}. */
    public City add(Actor actor, Supplier<CityDetails> details) {
        actor.require(Permission.CREATE_CITIES);
        CityDetails wanted = details.get();
        return work.write(() -> {
            users.remember(actor);
            City city = cities.add(wanted, actor.userId(), KeptTime.now(clock));
            changes.append(Change.created(city, actor));
            return city;
        });
    }

    /**
     * Changes a city; needs {@code update:cities}. A change that leaves it as it was writes nothing.
     *
     * @param change makes the new details from the present ones
     */
    public City change(Actor actor, CityId id, ExpectedVersion expected, Supplier<UnaryOperator<CityDetails>> change) {
        actor.require(Permission.UPDATE_CITIES);
        UnaryOperator<CityDetails> wanted = change.get();
        return work.write(() -> {
            City current = find.one(id);
            expected.check(current);
            CityDetails details = wanted.apply(current.details());
            if (details.equals(current.details())) {
                return current;
            }
            users.remember(actor);
            City next = current.with(details, KeptTime.now(clock));
            cities.replace(next);
            changes.append(Change.updated(current, next, actor));
            return next;
        });
    }

    /** Deletes a city; needs {@code delete:cities}. */
    public void delete(Actor actor, CityId id, Supplier<ExpectedVersion> wanted) {
        actor.require(Permission.DELETE_CITIES);
        ExpectedVersion expected = wanted.get();
        work.write(() -> {
            City current = find.one(id);
            expected.check(current);
            users.remember(actor);
            cities.delete(current);
            changes.append(Change.deleted(current, KeptTime.now(clock), actor));
            return current;
        });
    }
}
