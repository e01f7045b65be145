package org.cityapi.auth;

import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Door;

/** Finds the actor in what Micronaut Security knows of the present request. */
@Singleton
final class MicronautCurrentActor implements CurrentActor {

    private final SecurityService security;
    private final KnownUsers users;

    MicronautCurrentActor(SecurityService security, KnownUsers users) {
        this.security = security;
        this.users = users;
    }

    @Override
    public Actor get() {
        return security.getAuthentication()
                .filter(TokenAuthentication.class::isInstance)
                .map(TokenAuthentication.class::cast)
                .map(token -> users.recognize(token.identity(), token.permissions(), Door.API))
                .orElseGet(() -> Actor.anonymous(Door.API));
    }
}
