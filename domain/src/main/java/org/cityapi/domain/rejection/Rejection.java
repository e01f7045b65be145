package org.cityapi.domain.rejection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused, with the reason as its type. Each door turns the types into its own words in one place.
 *
 * <p>Refusals are no faults of the program: they carry no stack trace.
 */
public abstract sealed class Rejection extends RuntimeException {

    private Rejection(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    private Rejection(String message) {
        this(message, null);
    }

    /** Nobody is signed in, and this needs somebody. */
    public static final class NotSignedIn extends Rejection {
        public NotSignedIn() {
            super("Nobody is signed in");
        }
    }

    /** The request shows an access token that is no good: expired, forged, or meant for somebody else. */
    public static final class InvalidToken extends Rejection {
        private final String reason;

        /** @param reason in a few words of plain ASCII; nothing of the token */
        public InvalidToken(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** The request shows credentials in a way that nobody can read: an empty token, or more than one. */
    public static final class UnreadableCredentials extends Rejection {
        private final String reason;

        /** @param reason in a few words of plain ASCII */
        public UnreadableCredentials(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** A sign-in with a browser did not come to its end. */
    public static final class SignInFailed extends Rejection {
        private final SignInFault fault;

        public SignInFailed(SignInFault fault) {
            super("The sign-in failed: " + fault.key());
            this.fault = fault;
        }

        public SignInFault fault() {
            return fault;
        }
    }

    /** A browser's write does not prove that it comes from a page of ours. */
    public static final class CsrfRefused extends Rejection {
        private final String reason;

        /** @param reason in a few words of plain ASCII, for the log */
        public CsrfRefused(String reason) {
            super("Not from a page of ours: " + reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** Somebody signs in whom an administrator keeps out. */
    public static final class AccountDisabled extends Rejection {
        public AccountDisabled() {
            super("The account is disabled");
        }
    }

    /** A credential is good, but not for this: an API token makes no API tokens. */
    public static final class WrongCredential extends Rejection {
        public WrongCredential() {
            super("This needs a sign-in or an access token of a provider");
        }
    }

    /** Nobody would be left who may manage users. */
    public static final class LastAdministrator extends Rejection {
        public LastAdministrator() {
            super("The last administrator stays one");
        }
    }

    /** Somebody who manages users would keep himself out, or take rights from himself. */
    public static final class OwnAccount extends Rejection {
        public OwnAccount() {
            super("Nobody takes his own rights away");
        }
    }

    /** The owner of so many API tokens wants another one. */
    public static final class TooManyTokens extends Rejection {
        private final int max;

        /** @param max how many one may have */
        public TooManyTokens(int max) {
            super("There are " + max + " API tokens already");
            this.max = max;
        }

        public int max() {
            return max;
        }
    }

    /** The user has so many streams of changes open and wants another one. */
    public static final class TooManyStreams extends Rejection {
        private final int max;

        /** @param max how many one may have */
        public TooManyStreams(int max) {
            super("There are " + max + " streams open already");
            this.max = max;
        }

        public int max() {
            return max;
        }
    }

    /** As many streams of changes are open as there is room for. */
    public static final class Crowded extends Rejection {
        public Crowded() {
            super("There is no room for another stream");
        }
    }

    /** The same write, under the same idempotency key, is not yet done. */
    public static final class StillRunning extends Rejection {
        public StillRunning() {
            super("A request with this idempotency key is still running");
        }
    }

    /** An idempotency key names another write already. */
    public static final class KeyReused extends Rejection {
        public KeyReused() {
            super("The idempotency key was used for another request");
        }
    }

    /** The actor lacks a permission. */
    public static final class Forbidden extends Rejection {
        private final String permission;

        /** @param permission the scope that is missing, such as {@code create:cities} */
        public Forbidden(String permission) {
            super("The permission " + permission + " is missing");
            this.permission = permission;
        }

        public String permission() {
            return permission;
        }
    }

    /** Values of the request are wrong. */
    public static final class Invalid extends Rejection {
        private final transient List<Violation> violations;

        /** @param violations all the faults, at least one */
        public Invalid(List<Violation> violations) {
            super("Invalid: " + violations);
            this.violations = List.copyOf(violations);
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** There never was such a thing. */
    public static final class NotFound extends Rejection {
        private final Thing thing;

        public NotFound(Thing thing) {
            super("There is no " + thing);
            this.thing = thing;
        }

        public Thing thing() {
            return thing;
        }
    }

    /** There was such a thing, and it was deleted. */
    public static final class Gone extends Rejection {
        private final Thing thing;

        public Gone(Thing thing) {
            super("Deleted: " + thing);
            this.thing = thing;
        }

        public Thing thing() {
            return thing;
        }
    }

    /** A thing is in no state in which that can be done with it. */
    public static final class WrongState extends Rejection {
        private final Thing thing;
        private final String state;

        /** @param state that it is in, a message key in every language */
        public WrongState(Thing thing, String state) {
            super("The " + thing + " is " + state);
            this.thing = thing;
            this.state = state;
        }

        public Thing thing() {
            return thing;
        }

        public String state() {
            return state;
        }
    }

    /** A write did not say which version it means to change. */
    public static final class PreconditionRequired extends Rejection {
        public PreconditionRequired() {
            super("The write does not say which version it changes");
        }
    }

    /** A write means another state of a thing than the present one. */
    public static final class Stale extends Rejection {
        private final transient Object current;

        public Stale(Object current) {
            super("It is not as the write means it");
            this.current = current;
        }

        /** The thing as it is now. */
        public Object current() {
            return current;
        }
    }

    /** The condition of a write means some state of a thing that was deleted; without the condition it would be done. */
    public static final class Absent extends Rejection {
        public Absent() {
            super("What the write means was deleted");
        }
    }

    /** Another thing already has a value that only one may have. */
    public static final class Taken extends Rejection {
        private final String field;
        private final String value;

        public Taken(String field, Object value) {
            super(field + " " + value + " is taken");
            this.field = field;
            this.value = String.valueOf(value);
        }

        public String field() {
            return field;
        }

        public String value() {
            return value;
        }
    }

    /** Something that is needed is away, busy or full; the same request may succeed later. */
    public static final class Unavailable extends Rejection {
        private final Dependency needed;

        /** The store is not available. */
        public Unavailable(Throwable cause) {
            this(Dependency.STORE, cause);
        }

        public Unavailable(Dependency needed, Throwable cause) {
            super("Not available: " + needed.key(), cause);
            this.needed = needed;
        }

        /** What is not available. */
        public Dependency needed() {
            return needed;
        }
    }
}
