package org.cityapi.bootstrap;

import org.cityapi.persistence.ToldFailure;

/** Something outside keeps the register, or a command, from doing its work. */
final class CannotStart extends ToldFailure {

    private static final long serialVersionUID = 1;

    /** @param key of the line, in {@code commands.properties} */
    CannotStart(String key, Object... values) {
        super(Printer.BUNDLE, key, values);
    }
}
