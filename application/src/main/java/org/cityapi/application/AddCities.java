package org.cityapi.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** Adds cities, each once, however often a client that named its request sends it within a day. */
public final class AddCities {

    private final UnitOfWork work;
    private final EditCities edit;
    private final KeyedWrites keyed;
    private final ChangeLog changes;

    public AddCities(UnitOfWork work, EditCities edit, KeyedWrites keyed, ChangeLog changes) {
        this.work = work;
        this.edit = edit;
        this.keyed = keyed;
        this.changes = changes;
    }

    /**
     * A request to add a city.
     *
     * @param key how its client named it; null when it did not
     * @param digest of all that the request says
     */
    public record Wanted(CityDetails details, @Nullable String key, String digest) {}

    /**
     * What came of it.
     *
     * @param city as it was added
     * @param before whether an earlier request did that
     */
    public record Added(City city, boolean before) {}

    /**
     * Adds a city, unless the same request did so before; needs {@code create:cities}.
     *
     * @throws Rejection.KeyReused when the key names another request
     * @throws Rejection.StillRunning when the same request is not yet done
     */
    public Added add(Actor actor, Supplier<Wanted> request) {
        actor.require(Permission.CREATE_CITIES);
        Wanted wanted = request.get();
        String text = wanted.key();
        if (text == null) {
            return new Added(edit.add(actor, wanted::details), false);
        }
        IdempotencyKey key = new IdempotencyKey(actor.signedIn().id(), text);
        KeyedWrites.Done<City> done = keyed.alone(
                key,
                () -> work.write(() -> keyed.once(
                        key,
                        wanted.digest(),
                        () -> edit.add(actor, wanted::details),
                        city -> city.id().value(),
                        id -> asAdded(new CityId(id)))));
        return new Added(done.made(), done.before());
    }

    /**
     * The city that was added within a day by a request that its client named so, which may have said something else; for
     * names that are given to nothing but cities.
     *
     * @param key null when the client named none
     */
    public Optional<CityId> addedUnder(Actor actor, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : keyed.made(new IdempotencyKey(actor.signedIn().id(), key)).map(CityId::new);
    }

    /** How the city was before anybody changed it. */
    private City asAdded(CityId id) {
        Change creation =
                changes.firstOf(List.of(id)).values().stream().findFirst().orElseThrow();
        CityDetails details = creation.after();
        if (details == null) {
            throw new IllegalStateException("City " + id + " was not added");
        }
        return new City(id, details, creation.by(), creation.at(), creation.at(), creation.version());
    }
}
