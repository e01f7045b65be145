package org.cityapi.web.v2;

import io.micronaut.serde.annotation.Serdeable;
import org.cityapi.application.NamedChange;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who made a change, as version 2 tells it.
 *
 * @param id a user's id
 * @param name as he is called now
 */
@Serdeable.Serializable
record MakerV2(String id, String name) {

    /** Null for the register's own doing. */
    static @Nullable MakerV2 of(NamedChange change) {
        UserId by = change.logged().change().by();
        String name = change.maker();
        return by == null || name == null ? null : new MakerV2(by.value(), name);
    }
}
