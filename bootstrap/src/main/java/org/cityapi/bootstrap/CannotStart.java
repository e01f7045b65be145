package org.cityapi.bootstrap;

/** Something outside keeps the register from starting; the message is one line for the operator. */
final class CannotStart extends RuntimeException {

    CannotStart(String reason) {
        super(reason);
    }
}
