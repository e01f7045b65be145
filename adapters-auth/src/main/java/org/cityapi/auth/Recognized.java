package org.cityapi.auth;

import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.user.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request's credential speaks for, be it an access token, an API token or a browser session; the credential
 * itself is left behind.
 *
 * @param actor with a user
 * @param bySession the session that the request came by; null when it came by a token
 * @param client the OAuth client that the token was issued to; null where that is not told
 * @param at when that was judged
 */
public record Recognized(
        Actor actor, @Nullable Session bySession, @Nullable String client, Instant at) implements Authentication {

    /** The attribute that names the client. */
    private static final String CLIENT = "client";

    /** The user's id: it tells people of several providers apart and says nothing about them. */
    @Override
    public String getName() {
        return actor.signedIn().id().value();
    }

    /** The client, for metrics, and no more: Micronaut writes attributes into its debug log. */
    @Override
    public Map<String, Object> getAttributes() {
        return client == null ? Map.of() : Map.of(CLIENT, client);
    }

    /** The one in an authentication; empty when it is of another kind. */
    public static Optional<Recognized> in(Optional<Authentication> authentication) {
        return authentication.filter(Recognized.class::isInstance).map(Recognized.class::cast);
    }
}
