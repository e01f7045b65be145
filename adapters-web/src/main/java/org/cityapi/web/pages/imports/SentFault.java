package org.cityapi.web.pages.imports;

import io.micronaut.http.HttpStatus;
import org.cityapi.web.http.FormParts;
import org.cityapi.web.wire.WireException;
import org.cityapi.web.wire.WireFault;

/** What keeps a file from being taken in. */
enum SentFault {
    NOTHING,
    BOTH,
    TOO_LARGE,
    BROKEN_OFF,
    SLOW,
    UNREADABLE,
    BUSY;

    /** Why a form could not be read to its end. */
    static SentFault of(Exception failure) {
        if (FormParts.isTooLarge(failure)) {
            return TOO_LARGE;
        }
        boolean isSlow = WireException.behind(failure)
                .filter(refused -> refused.fault() == WireFault.SLOW_BODY)
                .isPresent();
        return isSlow ? SLOW : BROKEN_OFF;
    }

    /** Whether the form did not come whole: what it proves is not known then, and no matter. */
    boolean isOfForm() {
        return switch (this) {
            case TOO_LARGE, BROKEN_OFF, SLOW -> true;
            default -> false;
        };
    }

    HttpStatus status() {
        return switch (this) {
            case TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
            case SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
