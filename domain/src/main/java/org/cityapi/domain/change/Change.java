package org.cityapi.domain.change;

import java.time.Instant;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log.
 *
 * @param action what was done
 * @param city the city it was done to; null for the load of a whole register
 * @param version the city's version afterwards; for a deletion one more than its last; 0 for a load
 * @param at when, to the millisecond
 * @param by whose doing it was; null for the register's own
 * @param door where the write came in
 * @param before the city before; null when there was none
 * @param after the city afterwards; null when it is gone
 */
public record Change(
        Action action,
        @Nullable CityId city,
        long version,
        Instant at,
        @Nullable UserId by,
        Door door,
        @Nullable CityDetails before,
        @Nullable CityDetails after) {

    public static Change created(City city, Actor actor) {
        return of(Action.CREATE, city, city.updatedAt(), actor, null, city.details());
    }

    public static Change updated(City before, City after, Actor actor) {
        return of(Action.UPDATE, after, after.updatedAt(), actor, before.details(), after.details());
    }

    public static Change deleted(City city, Instant at, Actor actor) {
        return new Change(
                Action.DELETE, city.id(), city.version() + 1, at, actor.userId(), actor.door(), city.details(), null);
    }

    /** @param before null when the city was deleted until now */
    public static Change restored(@Nullable City before, City after, Actor actor) {
        CityDetails replaced = before == null ? null : before.details();
        return of(Action.RESTORE, after, after.updatedAt(), actor, replaced, after.details());
    }

    public static Change loaded(Instant at, Actor actor) {
        return new Change(Action.LOAD, null, 0, at, actor.userId(), actor.door(), null, null);
    }

    private static Change of(
            Action action,
            City city,
            Instant at,
            Actor actor,
            @Nullable CityDetails before,
            @Nullable CityDetails after) {
        return new Change(action, city.id(), city.version(), at, actor.userId(), actor.door(), before, after);
    }
}
