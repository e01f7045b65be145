package org.cityapi.auth;

import java.time.Duration;

/**
 * How long a provider's keys are used, and how often they are asked for.
 *
 * @param use after this they are fetched again, so that a key that was withdrawn is soon refused
 * @param apart no more than two attempts to fetch start in this time, whatever tokens come
 * @param outage for so long the last keys are used when the provider cannot be reached
 * @param patience for so long a provider may take to give its keys
 */
record KeyTimes(Duration use, Duration apart, Duration outage, Duration patience) {

    /** A request may wait for another's attempt and then for its own: with these it is answered within five seconds. */
    static final KeyTimes STANDARD =
            new KeyTimes(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofMillis(2_200));
}
