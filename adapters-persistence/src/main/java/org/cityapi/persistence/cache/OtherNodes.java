package org.cityapi.persistence.cache;

import java.util.List;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.rejection.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the near cache what other nodes have written, from the change log that all of them keep. */
public final class OtherNodes {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final int AT_A_TIME = 1_000;

    private final NearCache near;
    private final ChangeLog changes;
    private long last;

    /** Begins with what is written from now on; nothing may have been kept before. */
    public OtherNodes(NearCache near, ChangeLog changes) {
        this.near = near;
        this.changes = changes;
        this.last = changes.last();
    }

    /**
     * Heeds what was written since; to be called again and again. What cannot be read now is read the next time.
     *
     * @return whether anything was written, here or elsewhere
     */
    public synchronized boolean heed() {
        long before = last;
        try {
            List<LoggedChange> news;
            do {
                news = changes.after(last, AT_A_TIME);
                if (!news.isEmpty()) {
                    near.forget(news.stream().map(LoggedChange::change).toList());
                    last = news.get(news.size() - 1).sequence();
                }
            } while (news.size() == AT_A_TIME);
        } catch (Rejection.Unavailable e) {
            LOG.debug("What other nodes write is not known at the moment", e);
        } catch (RuntimeException unforeseen) {
            // Whoever calls again and again would stop at it.
            LOG.warn("What other nodes write cannot be read", unforeseen);
        }
        return last > before;
    }
}
