package org.cityapi.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.jspecify.annotations.Nullable;

/**
 * Search that keeps the first pages of short texts, which everybody types first; their cities come from the near cache.
 *
 * <p>An answer holds until the next write. It is kept under the number of the last write before it was looked for: so
 * what was found before a write is never given after it.
 */
final class KeptAnswers implements CitySearch {

    private static final int SHORT = 3;

    /** Bytes that an answer takes, and each city in it. */
    private static final int WEIGHT = 400;

    private static final int WEIGHT_OF_HIT = 160;

    private final NearCache near;
    private final CitySearch store;
    private final AtomicLong writes;
    private final Cache<Question, List<Found>> kept;

    /** What was asked, and after how many writes. */
    private record Question(CityQuery query, int max, long writes) {}

    /** A hit without its city. */
    private record Found(CityId id, long version, @Nullable Match match, Position position) {}

    KeptAnswers(NearCache near, CitySearch store, AtomicLong writes, long bytes, @Nullable Duration most) {
        this.near = near;
        this.store = store;
        this.writes = writes;
        this.kept = NearCache.limited(Caffeine.newBuilder(), most)
                .maximumWeight(bytes)
                .weigher((Question question, List<Found> found) -> WEIGHT + WEIGHT_OF_HIT * found.size())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public List<Hit> find(CityQuery query, Scroll scroll) {
        if (!isKept(query, scroll)) {
            return store.find(query, scroll);
        }
        Question question = question(query, scroll);
        return kept(question, near::find).orElseGet(() -> {
            List<Hit> fresh = store.find(query, scroll);
            kept.put(question, fresh.stream().map(KeptAnswers::withoutCity).toList());
            return fresh;
        });
    }

    @Override
    public Optional<List<Hit>> atHand(CityQuery query, Scroll scroll) {
        return isKept(query, scroll) ? kept(question(query, scroll), near::atHand) : Optional.empty();
    }

    private Question question(CityQuery query, Scroll scroll) {
        return new Question(query, scroll.max(), writes.get());
    }

    private boolean isKept(CityQuery query, Scroll scroll) {
        return query.text() != null
                && query.text().key().value().length() <= SHORT
                && query.isByRelevance()
                && query.near() == null
                && !query.filter().isLocal()
                && scroll.from() == null
                && !scroll.backwards()
                && !near.isWithinWork();
    }

    private static Found withoutCity(Hit hit) {
        City city = hit.city();
        return new Found(city.id(), city.version(), hit.match(), hit.position());
    }

    /** Empty, too, when one of the cities has changed meanwhile. */
    private Optional<List<Hit>> kept(Question question, Function<CityId, Optional<City>> cities) {
        List<Found> found = kept.getIfPresent(question);
        if (found == null) {
            return Optional.empty();
        }
        List<Hit> hits = new ArrayList<>(found.size());
        for (Found each : found) {
            Optional<City> city = cities.apply(each.id());
            if (city.isEmpty() || city.get().version() != each.version()) {
                return Optional.empty();
            }
            hits.add(new Hit(city.get(), each.match(), null, each.position()));
        }
        return Optional.of(hits);
    }

    @Override
    public List<Hit> typos(CityQuery query, int max) {
        return store.typos(query, max);
    }

    @Override
    public long count(CityQuery query) {
        return store.count(query);
    }
}
