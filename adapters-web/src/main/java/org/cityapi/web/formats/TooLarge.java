package org.cityapi.web.formats;

import java.io.IOException;

/** Says that a file has more bytes than it may have. */
public final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long max;

    TooLarge(long max) {
        super("More than " + max + " bytes");
        this.max = max;
    }

    /** How many it may have. */
    public long max() {
        return max;
    }
}
