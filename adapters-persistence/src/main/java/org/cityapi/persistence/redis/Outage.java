package org.cityapi.persistence.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log that Redis fails, and that it works again, each once.
 *
 * @param address as it may be printed
 * @param told whether the last that was told is that it fails
 */
record Outage(String address, AtomicBoolean told) {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

    static Outage of(String address) {
        return new Outage(address, new AtomicBoolean());
    }

    void begins(String reason) {
        if (told.compareAndSet(false, true)) {
            LOG.warn("Redis at {} fails; until it works again, this node counts by itself: {}", address, reason);
        }
    }

    void begins(Throwable failure) {
        begins(reason(failure));
    }

    /** What the driver says, and what lies at the bottom of it: that a certificate is not trusted, say. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return root == failure ? message : message + " (" + root.getMessage() + ')';
    }

    void ends() {
        if (told.get() && told.compareAndSet(true, false)) {
            LOG.info("Redis at {} works again", address);
        }
    }
}
