package org.cityapi.web.problem;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Takes down the refusals that tell of somebody who tries what he may not. */
@Singleton
public final class Refusals {

    private final SecurityLog log;

    Refusals(SecurityLog log) {
        this.log = log;
    }

    /** Where a refusal is no answer of its own, but told on a page, that page has it taken down. */
    public void record(HttpRequest<?> request, Rejection rejection) {
        SecurityEvent event = event(request, rejection);
        if (event != null) {
            // A token may have been checked on a thread that does not know for which request.
            PropagatedContext.getOrEmpty()
                    .plus(new ServerHttpRequestContext(request))
                    .wrap(() -> log.record(event))
                    .run();
        }
    }

    private static @Nullable SecurityEvent event(HttpRequest<?> request, Rejection rejection) {
        if (rejection instanceof Rejection.InvalidToken invalid) {
            return refused(invalid.reason());
        } else if (rejection instanceof Rejection.UnreadableCredentials unreadable) {
            return refused(unreadable.reason());
        } else if (rejection instanceof Rejection.Forbidden forbidden) {
            UserId user = request.getUserPrincipal()
                    .map(Principal::getName)
                    .map(UserId::new)
                    .orElse(null);
            return new SecurityEvent(
                    SecurityEvent.Kind.PERMISSION_REFUSED, user, Map.of("permission", forbidden.permission()));
        }
        return null;
    }

    private static SecurityEvent refused(String reason) {
        return new SecurityEvent(SecurityEvent.Kind.CREDENTIALS_REFUSED, null, Map.of("reason", reason));
    }
}
