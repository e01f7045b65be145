package org.cityapi.web.canary;

import java.time.Instant;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Door;

/** Breaks three rules: a public adapter, a name that says nothing, and a look at the clock. */
public final class OpenPortManager implements CurrentActor {

    @Override
    public Actor get() {
        return Actor.anonymous(Door.API);
    }

    public Instant now() {
        return Instant.now();
    }
}
