package org.cityapi.auth;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Door;

/** Finds the actor in what Micronaut Security knows of the present request. */
@Singleton
final class MicronautCurrentActor implements CurrentActor {

    private final SecurityService security;

    MicronautCurrentActor(SecurityService security) {
        this.security = security;
    }

    @Override
    public Actor get() {
        Optional<Authentication> caller = security.getAuthentication();
        if (caller.filter(MetricsReader.class::isInstance).isPresent()) {
            return MetricsReader.ACTOR;
        }
        return Recognized.in(caller).map(Recognized::actor).orElseGet(() -> Actor.anonymous(Door.API));
    }
}
