package org.cityapi.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.idempotency.KeptWrite;
import org.cityapi.domain.idempotency.KeptWrites;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** Adds cities, each once, however often a client that named its request sends it within a day. */
public final class AddCities {

    /** How long a key names a request. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final UnitOfWork work;
    private final EditCities edit;
    private final KeptWrites kept;
    private final ChangeLog changes;
    private final Clock clock;
    private final Set<IdempotencyKey> running = ConcurrentHashMap.newKeySet();

    public AddCities(UnitOfWork work, EditCities edit, KeptWrites kept, ChangeLog changes, Clock clock) {
        this.work = work;
        this.edit = edit;
        this.kept = kept;
        this.changes = changes;
        this.clock = clock;
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
        if (!running.add(key)) {
            throw new Rejection.StillRunning();
        }
        try {
            return work.write(() -> addOnce(actor, key, wanted));
        } finally {
            running.remove(key);
        }
    }

    private Added addOnce(Actor actor, IdempotencyKey key, Wanted wanted) {
        Instant now = KeptTime.now(clock);
        kept.forget(now.minus(KEPT));
        KeptWrite before = kept.find(key).orElse(null);
        if (before == null) {
            City city = edit.add(actor, wanted::details);
            kept.add(new KeptWrite(key, wanted.digest(), city.id(), now));
            return new Added(city, false);
        }
        if (!before.digest().equals(wanted.digest())) {
            throw new Rejection.KeyReused();
        }
        return new Added(asAdded(before.city()), true);
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
