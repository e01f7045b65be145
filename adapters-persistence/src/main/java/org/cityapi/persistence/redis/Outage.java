package org.cityapi.persistence.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import org.cityapi.persistence.Reason;
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
        begins(Reason.of(failure));
    }

    void ends() {
        if (told.get() && told.compareAndSet(true, false)) {
            LOG.info("Redis at {} works again", address);
        }
    }
}
