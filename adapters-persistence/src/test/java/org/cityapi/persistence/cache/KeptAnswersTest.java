package org.cityapi.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.CitySearchContract;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private final Ports store = Ports.inMemory();
    private final AtomicInteger asked = new AtomicInteger();
    private final NearCache near = new NearCache(store.work(), store.cities(), 1 << 20, null);
    private final CitySearch search = near.search(new CitySearch() {
        @Override
        public List<Hit> find(CityQuery query, Scroll scroll) {
            asked.incrementAndGet();
            return store.search().find(query, scroll);
        }

        @Override
        public List<Hit> typos(CityQuery query, int max) {
            return store.search().typos(query, max);
        }

        @Override
        public long count(CityQuery query) {
            return store.search().count(query);
        }
    });

    @Nested
    class Search extends CitySearchContract {
        @Override
        protected Ports emptyStore() {
            return NearCacheTest.cached(Ports.inMemory());
        }
    }

    private City add(String name, long population) {
        return near.work()
                .write(() -> near.cities().add(CitySamples.city(name, "FR", population), null, Instant.EPOCH));
    }

    private List<String> names(String text) {
        return names(search.find(query(text), Scroll.first(10)));
    }

    private Optional<List<String>> namesAtHand(String text) {
        return search.atHand(query(text), Scroll.first(10)).map(KeptAnswersTest::names);
    }

    private static CityQuery query(String text) {
        return new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
    }

    private static List<String> names(List<Hit> hits) {
        return hits.stream().map(hit -> hit.city().details().name().value()).toList();
    }

    @Test
    void anAnswerToAShortTextIsLookedForOnce() {
        add("Paris", 2_000_000);
        assertThat(names("pa")).containsExactly("Paris");
        assertThat(names("pa")).containsExactly("Paris");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aKeptAnswerTellsWhatTheFirstTold() {
        CityDetails roma = CitySamples.withOtherNames("Roma", List.of("Parma", "Pa"));
        near.work().write(() -> near.cities().add(roma, null, Instant.EPOCH));
        add("Pa", 1);
        add("Saint Paul", 3_000_000);
        List<Hit> first = search.find(query("pa"), Scroll.first(10));
        assertThat(first).extracting(hit -> hit.match().name().value()).containsExactly("Pa", "Pa", "Saint Paul");
        assertThat(search.find(query("pa"), Scroll.first(10))).isEqualTo(first);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerIsOfWhatWasTyped() {
        CityDetails ufa = CitySamples.withOtherNames("Ufa", List.of("Эфе", "Өфө", "Офо"));
        near.work().write(() -> near.cities().add(ufa, null, Instant.EPOCH));
        for (String typed : List.of("Офо", "Өфө", "Офо", "Өфө")) {
            assertThat(search.find(query(typed), Scroll.first(10)))
                    .extracting(hit -> hit.match().name().value())
                    .containsExactly(typed);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void anAnswerEndsWithTheNextWrite() {
        City paris = add("Paris", 2_000_000);
        assertThat(names("pa")).containsExactly("Paris");
        add("Pau", 3_000_000);
        assertThat(names("pa")).containsExactly("Pau", "Paris");
        near.work().write(() -> {
            near.cities().delete(paris);
            return true;
        });
        assertThat(names("pa")).containsExactly("Pau");
    }

    @Test
    void whoWritesSeesWhatIsNotCommittedYet() {
        add("Paris", 2_000_000);
        assertThat(names("pa")).containsExactly("Paris");
        near.work().write(() -> {
            near.cities().add(CitySamples.city("Pau", "FR", 3_000_000), null, Instant.EPOCH);
            assertThat(names("pa")).containsExactly("Pau", "Paris");
            return true;
        });
    }

    @Test
    void anAnswerIsAtHandOnceItsCitiesAreNearUntilTheNextWrite() {
        City paris = add("Paris", 2_000_000);
        names("pa");
        assertThat(namesAtHand("pa")).isEmpty();
        names("pa");
        assertThat(namesAtHand("pa")).contains(List.of("Paris"));
        assertThat(asked).hasValue(1);
        near.work().write(() -> {
            near.cities().delete(paris);
            assertThat(namesAtHand("pa")).isEmpty();
            return true;
        });
        assertThat(namesAtHand("pa")).isEmpty();
        assertThat(names("pa")).isEmpty();
        assertThat(namesAtHand("pa")).contains(List.of());
    }

    @Test
    void aLongerTextIsLookedForEachTime() {
        add("Paris", 2_000_000);
        assertThat(names("pari")).isEqualTo(names("pari")).containsExactly("Paris");
        assertThat(asked).hasValue(2);
        assertThat(namesAtHand("pari")).isEmpty();
    }
}
