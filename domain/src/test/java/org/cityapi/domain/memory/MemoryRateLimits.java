package org.cityapi.domain.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.Usage;

/** Counts of uses in windows that begin with the first use, in memory; keys are not forgotten. */
public final class MemoryRateLimits implements RateLimits {

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    public MemoryRateLimits(Clock clock) {
        this.clock = clock;
    }

    private record Window(Instant end, int uses) {}

    @Override
    public synchronized Usage take(String key, Quota quota) {
        Window window = window(key, quota);
        boolean allowed = window.uses() < quota.uses();
        Window now = allowed ? new Window(window.end(), window.uses() + 1) : window;
        windows.put(key, now);
        return usage(now, quota, allowed);
    }

    @Override
    public synchronized Usage look(String key, Quota quota) {
        Window window = window(key, quota);
        return usage(window, quota, window.uses() < quota.uses());
    }

    private Window window(String key, Quota quota) {
        Instant now = clock.instant();
        Window window = windows.get(key);
        return window == null || !now.isBefore(window.end()) ? new Window(now.plus(quota.window()), 0) : window;
    }

    private Usage usage(Window window, Quota quota, boolean allowed) {
        return new Usage(allowed, quota.uses() - window.uses(), Duration.between(clock.instant(), window.end()));
    }
}
