package org.cityapi.web.formats;

import java.io.IOException;

/** Says that a file has more bytes than it may have. */
final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long max;

    TooLarge(long max) {
        super("More than " + max + " bytes");
        this.max = max;
    }

    long max() {
        return max;
    }
}
