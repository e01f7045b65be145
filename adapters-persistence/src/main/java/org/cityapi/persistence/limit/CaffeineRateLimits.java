package org.cityapi.persistence.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.Usage;

/**
 * Counts in windows that begin with a key's first use and are forgotten when they end. The number of keys is bounded:
 * beyond it the counts of those who come seldom are lost.
 */
@Singleton
@Named("own")
final class CaffeineRateLimits implements RateLimits {

    private static final int MAX_KEYS = 100_000;

    private final Ticker ticker;
    private final Cache<Key, Window> windows;

    @Inject
    CaffeineRateLimits() {
        this(Ticker.systemTicker(), MAX_KEYS);
    }

    CaffeineRateLimits(Ticker ticker, int maxKeys) {
        this.ticker = ticker;
        this.windows = Caffeine.newBuilder()
                .maximumSize(maxKeys)
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Key, Window>creating((key, window) -> key.length()))
                .build();
    }

    @Override
    public Usage take(String key, Quota quota) {
        Window window = windows.get(new Key(quota.name(), key, quota.window()), this::begin);
        boolean allowed = window.take(quota.uses());
        return usage(allowed, window, quota);
    }

    @Override
    public Usage look(String key, Quota quota) {
        Window window = windows.getIfPresent(new Key(quota.name(), key, quota.window()));
        return window == null
                ? new Usage(true, quota.uses(), quota.window())
                : usage(window.used() < quota.uses(), window, quota);
    }

    /** How many keys are counted at the moment. */
    long size() {
        windows.cleanUp();
        return windows.estimatedSize();
    }

    private Window begin(Key key) {
        return new Window(ticker.read() + key.length().toNanos());
    }

    private Usage usage(boolean allowed, Window window, Quota quota) {
        // Caffeine looks at the time a moment before us.
        long left = Math.max(1, window.end() - ticker.read());
        return new Usage(allowed, Math.max(0, quota.uses() - window.used()), Duration.ofNanos(left));
    }

    private record Key(String policy, String client, Duration length) {}
}
