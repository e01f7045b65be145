package org.cityapi.bootstrap;

/** Arguments that are none of the program's; the message says which, and never more of them than may be seen. */
final class BadCommand extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadCommand(String reason) {
        super(reason);
    }
}
