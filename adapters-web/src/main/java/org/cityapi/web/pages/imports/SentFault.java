package org.cityapi.web.pages.imports;

import io.micronaut.http.HttpStatus;
import org.cityapi.web.http.FormParts;
import org.cityapi.web.wire.WireException;

/** What keeps a file from being taken in. */
enum SentFault {
    NOTHING,
    BOTH,
    TOO_LARGE,
    BROKEN_OFF,
    SLOW,
    NO_ROOM,
    UNREADABLE,
    BUSY,
    /** Whoever sends it may not import, or no more. */
    FORBIDDEN;

    /** Why a form could not be read to its end. */
    static SentFault of(Exception failure) {
        if (FormParts.isTooLarge(failure)) {
            return TOO_LARGE;
        }
        return WireException.behind(failure).map(SentFault::told).orElse(BROKEN_OFF);
    }

    private static SentFault told(WireException refused) {
        return switch (refused.fault()) {
            case SLOW_BODY -> SLOW;
            case NO_ROOM -> NO_ROOM;
            default -> BROKEN_OFF;
        };
    }

    /** Whether the form did not come whole: what it proves is not known then, and no matter. */
    boolean isOfForm() {
        return switch (this) {
            case TOO_LARGE, BROKEN_OFF, SLOW, NO_ROOM -> true;
            default -> false;
        };
    }

    HttpStatus status() {
        return switch (this) {
            case TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
            case SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case BUSY, NO_ROOM -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
