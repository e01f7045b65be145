package org.cityapi.persistence.search;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ConsistentReads;
import org.jspecify.annotations.Nullable;

/**
 * Roughly how many cities lie where, counted now and then by another thread. How soon an answer is found depends on it,
 * never which.
 */
final class Density {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final String WORLD = "world";

    private final AsyncLoadingCache<String, DensityMap> maps;

    Density(ConsistentReads reads) {
        maps = Caffeine.newBuilder().refreshAfterWrite(FRESH).buildAsync(new CacheLoader<>() {
            @Override
            public DensityMap load(String world) {
                return counted(reads, DensityMap.unknown());
            }

            @Override
            public DensityMap reload(String world, DensityMap old) {
                return counted(reads, old);
            }
        });
    }

    /** When they cannot be counted, that is not tried again with each search. */
    private static DensityMap counted(ConsistentReads reads, DensityMap otherwise) {
        try {
            return reads.inOneState(DensityMap.counted());
        } catch (Rejection.Unavailable busy) {
            return otherwise;
        }
    }

    /** Null until they are counted, for which this asks. */
    @Nullable
    DensityMap map() {
        CompletableFuture<DensityMap> map = maps.get(WORLD);
        return map.isDone() && !map.isCompletedExceptionally() ? map.join() : null;
    }
}
