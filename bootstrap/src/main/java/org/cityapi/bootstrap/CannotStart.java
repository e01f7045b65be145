package org.cityapi.bootstrap;

import org.jspecify.annotations.Nullable;

/** Something outside keeps the register from starting; the message is one line for the operator. */
final class CannotStart extends RuntimeException {

    CannotStart(@Nullable String reason) {
        super(reason);
    }
}
