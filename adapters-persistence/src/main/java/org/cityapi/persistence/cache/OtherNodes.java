package org.cityapi.persistence.cache;

import static java.util.Objects.requireNonNullElseGet;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ChangedCities;
import org.cityapi.persistence.ChangedCities.Changed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the near cache what other nodes have written, from the change log that all of them keep.
 *
 * <p>While the log cannot be read, what is kept is still answered, for the database is away then, and for other nodes as a
 * rule, too. What they wrote meanwhile is read when it is back. After a long absence, however, it may not be the same: the
 * server that took over may lack the last writes, and give their numbers to others. So nothing that was kept before is
 * trusted then.
 */
public final class OtherNodes {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final int AT_A_TIME = 1_000;

    private final NearCache near;
    private final ChangedCities changes;
    private final Duration trusted;

    /** The last entry that was heeded; null as long as none could be read at all. */
    private @Nullable Long last;

    /** Since when the log could not be read; null while it can be. */
    private @Nullable Long away;

    /**
     * Begins with what is written from now on.
     *
     * @param trusted how long the database may be away for what is kept to be trusted afterwards
     */
    public OtherNodes(NearCache near, ChangedCities changes, Duration trusted) {
        this.near = near;
        this.changes = changes;
        this.trusted = trusted;
        heed();
    }

    /**
     * Heeds what was written since; to be called again and again, by one thread at a time. What cannot be read now is read the next time.
     *
     * @return whether anything was written, here or elsewhere
     */
    public boolean heed() {
        Long before = last;
        try {
            if (before == null || (away != null && System.nanoTime() - away > trusted.toNanos())) {
                beginAnew();
            } else {
                readOn(before);
            }
            away = null;
        } catch (Rejection.Unavailable e) {
            noteAway();
            LOG.debug("What other nodes write is not known at the moment", e);
        } catch (RuntimeException unforeseen) {
            // Whoever calls again and again would stop at it, and fill the log.
            if (away == null) {
                LOG.warn("What is written cannot be read from its log", unforeseen);
            }
            noteAway();
        }
        return !Objects.equals(last, before);
    }

    private void noteAway() {
        away = requireNonNullElseGet(away, System::nanoTime);
    }

    private void beginAnew() {
        last = changes.last();
        near.forgetAll();
    }

    private void readOn(long from) {
        long after = from;
        List<Changed> news;
        do {
            news = changes.changedAfter(after, AT_A_TIME);
            if (!news.isEmpty()) {
                near.forget(news);
                after = news.get(news.size() - 1).sequence();
                last = after;
            }
        } while (news.size() == AT_A_TIME);
    }
}
