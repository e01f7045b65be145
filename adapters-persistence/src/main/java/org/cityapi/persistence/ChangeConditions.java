package org.cityapi.persistence;

import java.time.Instant;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.UserId;

/** What a filter asks of rows of {@code city_change}. */
final class ChangeConditions {

    private ChangeConditions() {}

    /** Behind another condition; empty where the filter asks for nothing. */
    static Sql of(ChangeFilter filter) {
        Sql conditions = Sql.of("");
        Action action = filter.action();
        Door door = filter.door();
        UserId by = filter.by();
        Instant from = filter.from();
        Instant to = filter.to();
        if (action != null) {
            conditions.add(" AND action = ?", action.name());
        }
        if (door != null) {
            conditions.add(" AND via = ?", door.name());
        }
        if (by != null) {
            conditions.add(" AND by_id = ?", by.value());
        }
        if (from != null) {
            conditions.add(" AND at >= ?", from.toEpochMilli());
        }
        if (to != null) {
            conditions.add(" AND at < ?", to.toEpochMilli());
        }
        return conditions;
    }
}
