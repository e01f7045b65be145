package org.cityapi.domain.limit;

/**
 * Counts what each client does in a window of time. The count need not survive a restart; with several nodes it may be
 * shared.
 */
public interface RateLimits {

    /**
     * Counts one more use of the key, unless its quota is used up: then nothing is counted.
     *
     * @param key who uses what, such as {@code address:192.0.2.7}; unbounded in number, so that an implementation must
     *     forget keys
     */
    Usage take(String key, Quota quota);

    /** How far the key's quota is used, without counting a use. */
    Usage look(String key, Quota quota);

    /** Whether an answer may have to be waited for, be it a moment. */
    default boolean mayWait() {
        return false;
    }
}
