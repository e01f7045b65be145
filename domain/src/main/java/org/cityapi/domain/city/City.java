package org.cityapi.domain.city;

import java.time.Instant;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A city of the register.
 *
 * @param id assigned by the store
 * @param details what people say of it
 * @param createdBy null for data loaded at first start
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 * @param version 1, then one more with each change
 */
public record City(
        CityId id,
        CityDetails details,
        @Nullable UserId createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** The next version of this city, with other details. */
    public City with(CityDetails changed, Instant at) {
        return new City(id, changed, createdBy, createdAt, at, version + 1);
    }
}
