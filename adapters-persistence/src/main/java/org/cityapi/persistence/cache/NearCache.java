package org.cityapi.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.persistence.ChangedCities.Changed;
import org.jspecify.annotations.Nullable;

/**
 * The cities that were read last, in the memory of this process, in front of a unit of work and a repository.
 *
 * <p>Whoever reads outside of a unit of work is given what is kept; within one, everybody sees the store itself. What a
 * write touched is dropped after its commit and before its writer hears of it. A reader who fetched the state before
 * cannot put it back: Caffeine fetches and drops one key one after the other.
 */
public final class NearCache {

    /** Bytes that a city takes besides its names. */
    private static final int WEIGHT = 600;

    /** Bytes that a name takes besides its characters. */
    private static final int WEIGHT_OF_NAME = 64;

    /** Stands for every city. */
    private static final CityId ALL = new CityId(Long.MAX_VALUE);

    private final UnitOfWork store;
    private final CityRepository cities;
    private volatile Cache<CityId, City> kept;
    private final long bytes;
    private final @Nullable Duration most;
    private final AtomicLong writes = new AtomicLong();
    // Not static: two registers in one process do not share their work.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Set<CityId>> touched = new ThreadLocal<>();

    /**
     * @param bytes about as much memory as the kept cities may take
     * @param most how long a city or an answer may be kept, whatever was heard of it; null for as long as it holds
     */
    public NearCache(UnitOfWork store, CityRepository cities, long bytes, @Nullable Duration most) {
        this.store = store;
        this.cities = cities;
        this.bytes = bytes;
        this.most = most;
        this.kept = nothing();
    }

    private Cache<CityId, City> nothing() {
        return limited(Caffeine.newBuilder(), most)
                .maximumWeight(bytes)
                .weigher((CityId id, City city) -> weight(city))
                .executor(Runnable::run)
                .build();
    }

    static Caffeine<Object, Object> limited(Caffeine<Object, Object> builder, @Nullable Duration most) {
        return most == null ? builder : builder.expireAfterWrite(most);
    }

    /** The repository with the kept cities in front. */
    public CityRepository cities() {
        return new CachedCities(this, cities);
    }

    /** Many cities, after whose writing nothing that was kept before is trusted. */
    public ManyCities many(ManyCities many) {
        return new ForgettingMany(this, many);
    }

    /** Search with kept answers in front, which take half as much memory again. */
    public CitySearch search(CitySearch search) {
        return new KeptAnswers(this, search, writes, bytes / 2, most);
    }

    /** The unit of work that the writes through {@link #cities} need. */
    public UnitOfWork work() {
        return new UnitOfWork() {
            @Override
            public <T> T write(Supplier<T> work) {
                return noting(() -> counting(() -> store.write(work)));
            }

            @Override
            public <T> T read(Supplier<T> work) {
                return noting(() -> store.read(work));
            }
        };
    }

    private static int weight(City city) {
        int weight = WEIGHT;
        for (CityName name : city.details().otherNames()) {
            weight += WEIGHT_OF_NAME + 2 * name.value().length();
        }
        return weight;
    }

    Optional<City> find(CityId id) {
        if (touched.get() != null) {
            return cities.find(id);
        }
        return Optional.ofNullable(kept.get(id, key -> cities.find(key).orElse(null)));
    }

    Optional<City> atHand(CityId id) {
        return touched.get() == null ? Optional.ofNullable(kept.getIfPresent(id)) : Optional.empty();
    }

    /** Lets all that is kept be dropped when the unit of work ends. */
    void touchAll() {
        touch(ALL);
    }

    void touch(CityId id) {
        Set<CityId> ids = touched.get();
        if (ids == null) {
            throw new IllegalStateException("A write needs a unit of work that writes");
        }
        ids.add(id);
    }

    /** Drops what somebody else's changes concern, after their commit. */
    void forget(Collection<Changed> changes) {
        for (Changed change : changes) {
            if (change.city() == null) {
                kept = nothing();
            } else {
                kept.invalidate(change.city());
            }
        }
        writes.incrementAndGet();
    }

    /** Drops all that is kept; what is being fetched at the moment ends where nobody looks. */
    void forgetAll() {
        kept = nothing();
        writes.incrementAndGet();
    }

    /** Whether the thread has a unit of work open. */
    boolean isWithinWork() {
        return touched.get() != null;
    }

    /** Counts a write after its commit and before its writer hears of it. */
    private <T> T counting(Supplier<T> write) {
        try {
            return write.get();
        } finally {
            writes.incrementAndGet();
        }
    }

    private <T> T noting(Supplier<T> work) {
        if (touched.get() != null) {
            return work.get();
        }
        Set<CityId> ids = new HashSet<>();
        touched.set(ids);
        try {
            return work.get();
        } finally {
            touched.remove();
            if (ids.contains(ALL)) {
                kept = nothing();
            } else {
                kept.invalidateAll(ids);
            }
        }
    }
}
