package org.cityapi.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Search that keeps the first pages of short texts, which everybody types first; their cities come from the near cache.
 *
 * <p>An answer holds until the next write. It is kept under the number of the last write before it was looked for: so
 * what was found before a write is never given after it.
 */
final class KeptAnswers implements CitySearch {

    private static final int SHORT = 3;

    /** Signs that are folded away make long texts of short ones, which nobody types twice. */
    private static final int TYPED = 8;

    private final NearCache near;
    private final CitySearch store;
    private final AtomicLong writes;
    private final Cache<Question, KeptHits> kept;

    /** What was asked, as far as queries whose answers are kept differ, and after how many writes. */
    private record Question(SearchText text, CityFilter filter, int max, long writes) {}

    KeptAnswers(NearCache near, CitySearch store, AtomicLong writes, long bytes, @Nullable Duration most) {
        this.near = near;
        this.store = store;
        this.writes = writes;
        this.kept = NearCache.limited(Caffeine.newBuilder(), most)
                .maximumWeight(bytes)
                .weigher((Question question, KeptHits hits) -> hits.weight())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public List<Hit> find(CityQuery query, Scroll scroll) {
        if (!isKept(query, scroll)) {
            return store.find(query, scroll);
        }
        Question question = question(query, scroll);
        return kept(question, query, near::find).orElseGet(() -> {
            List<Hit> fresh = store.find(query, scroll);
            kept.put(question, new KeptHits(fresh));
            return fresh;
        });
    }

    @Override
    public Optional<List<Hit>> atHand(CityQuery query, Scroll scroll) {
        return isKept(query, scroll) ? kept(question(query, scroll), query, near::atHand) : Optional.empty();
    }

    private Question question(CityQuery query, Scroll scroll) {
        return new Question(Objects.requireNonNull(query.text()), query.filter(), scroll.max(), writes.get());
    }

    private boolean isKept(CityQuery query, Scroll scroll) {
        return query.text() != null
                && query.text().key().value().length() <= SHORT
                && query.text().typed().length() <= TYPED
                && query.isByRelevance()
                && query.near() == null
                && !query.filter().isLocal()
                && scroll.from() == null
                && !scroll.backwards()
                && !near.isWithinWork();
    }

    private Optional<List<Hit>> kept(Question question, CityQuery query, Function<CityId, Optional<City>> cities) {
        return Optional.ofNullable(kept.getIfPresent(question)).flatMap(hits -> hits.with(query, cities));
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
