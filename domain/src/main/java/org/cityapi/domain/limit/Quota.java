package org.cityapi.domain.limit;

import java.time.Duration;

/**
 * How often something may be done in a window of time.
 *
 * @param name the policy's name, as clients read it
 * @param uses at least 1
 * @param window in whole seconds, at least one
 */
public record Quota(String name, int uses, Duration window) {

    /** @throws IllegalArgumentException when it allows nothing, or has no window */
    public Quota {
        if (uses < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("A quota of " + uses + " in " + window);
        }
    }
}
