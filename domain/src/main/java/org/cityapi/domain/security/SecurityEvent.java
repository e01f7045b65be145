package org.cityapi.domain.security;

import java.util.Map;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to accounts, credentials or rights.
 *
 * @param kind what happened
 * @param user who did it; null when nobody is known
 * @param details more of it, by name; texts may come from strangers, and are no secrets
 */
public record SecurityEvent(Kind kind, @Nullable UserId user, Map<String, String> details) {

    public SecurityEvent {
        details = Map.copyOf(details);
    }

    /**
     * Somebody's role became another.
     *
     * @param by who gave it; the user himself where {@code CITY_ADMINS} did, when he signed in
     */
    public static SecurityEvent roleChanged(@Nullable UserId by, User before, User after) {
        Map<String, String> details = Map.of(
                "target",
                after.id().value(),
                "from",
                before.role().name(),
                "to",
                after.role().name());
        return new SecurityEvent(Kind.ROLE_CHANGED, by, details);
    }

    /** The kinds of events. */
    public enum Kind {
        /** Somebody signed in; details {@code provider}, and {@code hint} where he might wonder what he may do. */
        SIGNED_IN,
        /** A sign-in did not come to its end; details {@code provider} and {@code reason}. */
        SIGN_IN_FAILED,
        /** A session ended by its owner's will. */
        SIGNED_OUT,
        /** Sessions of a user were ended from another one; details {@code count}. */
        SESSIONS_ENDED,
        /** A credential was shown that is no good; details {@code reason}. */
        CREDENTIALS_REFUSED,
        /** A permission was missing; details {@code permission}. */
        PERMISSION_REFUSED,
        /** A request came without the proof that it comes from our own page; details {@code reason}. */
        CSRF_REFUSED,
        /** A client did too much; details {@code policy}. */
        RATE_LIMITED,
        /** A user got another role; details {@code target}, {@code from} and {@code to}. */
        ROLE_CHANGED,
        /** A user was disabled or enabled; details {@code target}. */
        USER_DISABLED,
        USER_ENABLED,
        /** An API token was made or revoked; details {@code token}, its public id. */
        TOKEN_MADE,
        TOKEN_REVOKED
    }
}
