package org.cityapi.domain.change;

import java.time.Instant;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted: those that satisfy every part.
 *
 * @param action null for any
 * @param door null for any
 * @param by null for anybody's
 * @param from inclusive; null for no bound
 * @param to exclusive; null for no bound
 */
public record ChangeFilter(
        @Nullable Action action,
        @Nullable Door door,
        @Nullable UserId by,
        @Nullable Instant from,
        @Nullable Instant to) {

    public boolean passes(Change change) {
        return (action == null || change.action() == action)
                && (door == null || change.door() == door)
                && (by == null || by.equals(change.by()))
                && (from == null || !change.at().isBefore(from))
                && (to == null || change.at().isBefore(to));
    }
}
