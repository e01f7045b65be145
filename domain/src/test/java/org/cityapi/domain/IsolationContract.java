package org.cityapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That works on several threads do not disturb each other; part of {@link UnitOfWorkContract}. */
public abstract class IsolationContract {

    static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    static final User ADA = User.first(new Identity("https://issuer.example", "ada", "Ada", null));

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
    }

    City addEverything() {
        ports.users().save(ADA);
        City city = ports.cities().add(complete(), ADA.id(), AT);
        ports.changes().append(Change.created(city, new Actor(ADA, Set.of(), Door.API)));
        return city;
    }

    List<City> all() {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(10_000));
    }

    <T> T write(Supplier<T> work) {
        return ports.work().write(work);
    }

    <T> T read(Supplier<T> work) {
        return ports.work().read(work);
    }

    private final ExecutorService others = Executors.newFixedThreadPool(4);
    Ports ports;

    @AfterEach
    void sendOthersHome() throws InterruptedException {
        others.shutdownNow();
        assertThat(others.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReadSeesOneStateThroughout() {
        City before = write(() -> ports.cities().add(named("Before"), null, AT));
        Future<City> writer = read(() -> {
            assertThat(all()).containsExactly(before);
            Future<City> other = others.submit(() -> write(this::addEverything));
            finishedSoon(other);
            assertThat(all()).containsExactly(before);
            assertThat(ports.changes().isEmpty()).isTrue();
            return other;
        });
        City after = result(writer);
        assertThat(all()).containsExactly(before, after);
    }

    @Test
    void nobodyElseSeesWorkThatHasNotEnded() {
        Future<List<City>> reader = write(() -> {
            addEverything();
            Future<List<City>> other = others.submit((Callable<List<City>>) this::all);
            if (finishedSoon(other)) {
                assertThat(result(other)).isEmpty();
            }
            return other;
        });
        assertThat(result(reader).size()).isLessThanOrEqualTo(1);
    }

    @Test
    void noWriteIsLostAmongWritersAtTheSameCity() {
        City city = write(() -> ports.cities().add(named("0"), null, AT));
        List<Future<Boolean>> writers = IntStream.range(0, 4)
                .mapToObj(i -> others.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        countUp(city);
                    }
                    return true;
                }))
                .toList();
        assertThat(writers).allSatisfy(writer -> assertThat(result(writer)).isTrue());
        City counted = ports.cities().find(city.id()).orElseThrow();
        assertThat(counted.version()).isEqualTo(41);
        assertThat(counted.details().name().value()).isEqualTo("40");
    }

    private void countUp(City city) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                write(() -> {
                    City now = ports.cities().find(city.id()).orElseThrow();
                    int count = Integer.parseInt(now.details().name().value());
                    City next = now.with(named("" + (count + 1)), AT);
                    ports.cities().replace(next);
                    return next;
                });
                return;
            } catch (Rejection.Stale stale) {
                // another was faster
            }
        }
        throw new IllegalStateException("Never fast enough");
    }

    /** Whether the other came to an end; where the store makes it wait for us, it cannot. */
    private static boolean finishedSoon(Future<?> other) {
        try {
            other.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError("The other failed", e);
        }
    }

    private static <T> T result(Future<T> other) {
        try {
            return other.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The other failed", e);
        }
    }
}
