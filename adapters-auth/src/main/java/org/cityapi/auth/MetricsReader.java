package org.cityapi.auth;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;

/** Whoever showed the {@link MetricsToken} where it counts: no user, who may read there what administrators may. */
record MetricsReader() implements Authentication {

    static final Actor ACTOR = new Actor(null, Set.of(Permission.MANAGE_USERS), Door.API);

    @Override
    public String getName() {
        return "metrics";
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
