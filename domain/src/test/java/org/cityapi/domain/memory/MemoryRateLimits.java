package org.cityapi.domain.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.Usage;

/** Counts for as long as the process lives. */
public final class MemoryRateLimits implements RateLimits {

    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();

    public MemoryRateLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Usage take(String key, Quota quota) {
        Usage before = look(key, quota);
        if (!before.allowed()) {
            return before;
        }
        Instant end = clock.instant().plus(before.reset());
        counts.put(quota.name() + " " + key, new Count(quota.uses() - before.left() + 1, end));
        return new Usage(true, before.left() - 1, before.reset());
    }

    @Override
    public synchronized Usage look(String key, Quota quota) {
        Count count = counts.get(quota.name() + " " + key);
        if (count == null || !count.end().isAfter(clock.instant())) {
            return new Usage(true, quota.uses(), quota.window());
        }
        int left = Math.max(0, quota.uses() - count.used());
        return new Usage(left > 0, left, Duration.between(clock.instant(), count.end()));
    }

    private record Count(int used, Instant end) {}
}
