package org.cityapi.persistence;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.city;
import static org.cityapi.domain.city.CitySamples.named;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.WholeHistory;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.user.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at the same file at once. */
@Timeout(60)
class ReadersAndWritersTest extends OwnFile {

    private static final int WRITERS = 8;
    private static final int WRITES = 50;
    private static final int READERS = 4;

    private final ExecutorService others = Executors.newFixedThreadPool(WRITERS + READERS);

    @AfterEach
    void sendOthersHome() {
        others.shutdownNow();
    }

    @Test
    void readersAreNotKeptWaitingByAWriterAndSeeTheStateBefore() {
        City before = write(named("Before"));
        City after = ports.work().write(() -> {
            City next = before.with(named("After"), AT);
            ports.cities().replace(next);
            for (int i = 0; i < 100; i++) {
                assertThat(result(others.submit(() -> ports.cities().find(before.id()))))
                        .contains(before);
                assertThat(result(others.submit(() -> ports.work().read(this::all))))
                        .containsExactly(before);
            }
            return next;
        });
        assertThat(all()).containsExactly(after);
    }

    @Test
    void whoSearchesWhileManyAreWrittenHidesNoneOfThemFromLaterSearches() {
        write(named("Uvwtown"));
        for (List<CityDetails> many : List.of(
                List.of(named("Uvwville"), named("Uvwvillers")), List.of(named("Uvwburgh"), named("Uvwburghers")))) {
            String name = many.get(0).name().value();
            String mistyped = name.substring(0, 6) + name.charAt(7) + name.charAt(6);
            ports.work().write(() -> {
                ports.addAll(many, AT);
                assertThat(result(others.submit(() -> typos(mistyped)))).isEmpty();
                return true;
            });
            assertThat(found(name)).as("not read yet").isEqualTo(2);
            assertThat(typos(mistyped)).extracting(hit -> hit.city().details()).contains(many.get(0));
            assertThat(found(name)).as("read").isEqualTo(2);
            assertThat(found(name + "x")).isZero();
        }
    }

    @Test
    void aSearchFindsWhatIsRenamedBetweenTwoOfItsStatements() {
        City before = write(named("Uvwtown"));
        ports.search().typos(query("uvwtonw"), 9);
        City after = before.with(named("Uvwville"), AT);
        AtomicBoolean renamed = new AtomicBoolean();
        List<NameIndex.Place> found = context.getBean(ConsistentReads.class)
                .inOneState(connection -> context.getBean(NameIndex.class)
                        .find(
                                before(
                                        connection,
                                        "MATCH",
                                        () -> renamed.set(result(others.submit(() -> rename(after))))),
                                new NameIndex.Lookup.Words(SearchText.of("uvwto")),
                                CityFilter.ALL,
                                null,
                                false,
                                9));
        assertThat(renamed).isTrue();
        assertThat(found)
                .extracting(NameIndex.Place::id)
                .containsExactly(before.id().value());
    }

    private boolean rename(City after) {
        return ports.work().write(() -> {
            ports.cities().replace(after);
            return true;
        });
    }

    /** Does something before a statement with such a word is prepared. */
    private static Connection before(Connection connection, String word, Runnable action) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("prepareStatement") && ((String) values[0]).contains(word)) {
                        action.run();
                    }
                    return method.invoke(connection, values);
                });
    }

    private List<Hit> typos(String text) {
        return ports.search().typos(query(text), 9);
    }

    private long found(String text) {
        return ports.search().count(query(text));
    }

    private static CityQuery query(String text) {
        return new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
    }

    @Test
    void nothingIsLostAmongManyWritersAndReaders() {
        City shared = write(city("Shared", "FR", 0));
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(others.submit(() -> readUntil(done)));
        }
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(others.submit(() -> countUp(shared)));
        }
        assertThat(writers).allSatisfy(writer -> assertThat(result(writer)).isEqualTo(WRITES));
        done.set(true);
        assertThat(readers).allSatisfy(reader -> assertThat(result(reader)).isPositive());
        City counted = ports.cities().find(shared.id()).orElseThrow();
        assertThat(counted.version()).isEqualTo(1 + WRITERS * WRITES);
        assertThat(counted.details().population().value()).isEqualTo(WRITERS * WRITES);
        assertThat(WholeHistory.of(ports.changes(), shared.id())).hasSize(WRITERS * WRITES);
        assertThat(all()).hasSize(1 + WRITERS * WRITES);
    }

    private int countUp(City shared) {
        for (int n = 0; n < WRITES; ) {
            try {
                countUpOnce(shared);
                n++;
            } catch (Rejection.Unavailable busy) {
                // on a slow disk the queue may take longer than a writer waits: he comes again
            }
        }
        return WRITES;
    }

    private void countUpOnce(City shared) {
        ports.work().write(() -> {
            City now = ports.cities().find(shared.id()).orElseThrow();
            City next = now.with(city("Shared", "FR", now.details().population().value() + 1), AT);
            ports.cities().replace(next);
            ports.changes().append(Change.updated(now, next, Actor.system()));
            return ports.cities().add(named("Another"), null, AT);
        });
    }

    /** In each state there are as many cities as the shared one counts. */
    private int readUntil(AtomicBoolean done) {
        int reads = 0;
        while (!done.get() || reads == 0) {
            List<City> cities = ports.work().read(this::all);
            assertThat(cities).hasSize((int) cities.get(0).version());
            reads++;
        }
        return reads;
    }

    private City write(CityDetails details) {
        return ports.work().write(() -> ports.cities().add(details, null, AT));
    }

    private List<City> all() {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(10_000));
    }

    private static <T> T result(Future<T> other) {
        try {
            return other.get(30, SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The other failed", e);
        }
    }
}
