package org.cityapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.time.Instant;
import java.util.Iterator;
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
import java.util.stream.Stream;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} promises, together with the ports that join it. */
public abstract class UnitOfWorkContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final User ADA = User.first("https://issuer.example", "ada", "Ada", null);

    private final ExecutorService others = Executors.newFixedThreadPool(4);
    private Ports ports;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
    }

    @AfterEach
    void sendOthersHome() throws InterruptedException {
        others.shutdownNow();
        assertThat(others.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workGivesBackItsResult() {
        assertThat(write(() -> "written")).isEqualTo("written");
        assertThat(read(() -> "read")).isEqualTo("read");
    }

    @Test
    void whatIsWrittenIsSeenInTheSameWorkAndAfterIt() {
        City city = write(() -> {
            City added = addEverything();
            assertEverythingIsThere(added);
            return added;
        });
        assertEverythingIsThere(city);
        read(() -> {
            assertEverythingIsThere(city);
            return city;
        });
    }

    @Test
    void whateverWorkThrowsIsThrownOnAndTakesAllBack() {
        List<Throwable> failures = List.of(
                new IllegalStateException("a fault"),
                new Rejection.NotFound(new Thing("city", "1")),
                new StackOverflowError());
        for (Throwable failure : failures) {
            assertThatThrownBy(() -> write(() -> {
                        addEverything();
                        throw sneaky(failure);
                    }))
                    .isSameAs(failure);
            assertNothingIsThere();
        }
    }

    @Test
    void aFailedChangeAndDeletionAreTakenBack() {
        City paris = write(this::addEverything);
        City lyon = write(() -> ports.cities().add(named("Lyon"), null, AT));
        assertThatThrownBy(() -> write(() -> {
                    ports.cities().replace(paris.with(named("Changed"), AT));
                    ports.cities().delete(lyon);
                    throw new IllegalStateException("a fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all()).containsExactly(paris, lyon);
    }

    @Test
    void aRefusalOfThePortTakesBackWhatWentBefore() {
        City holder = write(() -> ports.cities().add(withGeonameId("Paris", 1), null, AT));
        assertThatThrownBy(() -> write(() -> {
                    ports.cities().add(named("Lyon"), null, AT);
                    return ports.cities().add(withGeonameId("Paname", 1), null, AT);
                }))
                .isInstanceOf(Rejection.Taken.class);
        assertThat(all()).containsExactly(holder);
    }

    @Test
    void aFailureInTheMiddleOfManyTakesBackAll() {
        Stream<CityDetails> failing = IntStream.range(0, 1_500).mapToObj(i -> {
            if (i == 1_300) {
                throw new IllegalStateException("The file is broken here");
            }
            return named("City " + i);
        });
        Iterator<CityDetails> broken = failing.iterator();
        assertThatThrownBy(() -> write(() -> ports.cities().addAll(broken, AT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The file is broken here");
        assertNothingIsThere();
    }

    @Test
    void workAfterAFailureIsNotTouchedByIt() {
        assertThatThrownBy(() -> write(() -> {
                    addEverything();
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertEverythingIsThere(write(this::addEverything));
    }

    @Test
    void workWithinWorkJoins() {
        City city = write(() -> {
            City added = write(this::addEverything);
            read(() -> {
                assertEverythingIsThere(added);
                return added;
            });
            assertEverythingIsThere(added);
            return added;
        });
        assertEverythingIsThere(city);
        assertThat(read(() -> read(this::all))).containsExactly(city);
    }

    @Test
    void whenTheOuterWorkFailsTheInnerIsTakenBackToo() {
        assertThatThrownBy(() -> write(() -> {
                    write(this::addEverything);
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertNothingIsThere();
    }

    @Test
    void whenTheInnerWorkFailsTheOuterIsTakenBackToo() {
        assertThatThrownBy(() -> write(() -> {
                    addEverything();
                    return write(() -> {
                        throw new IllegalStateException("a fault");
                    });
                }))
                .hasMessage("a fault");
        assertNothingIsThere();
    }

    /** How the outer work ends is left open: it may return or throw, but what it wrote is not there. */
    @Test
    void anInnerFailureTakesAllBackEvenIfTheOuterWorkCatchesIt() {
        Throwable end = catchThrowable(() -> write(() -> {
            City city = addEverything();
            assertThatThrownBy(() -> write(() -> {
                        throw new IllegalStateException("a fault");
                    }))
                    .hasMessage("a fault");
            return city;
        }));
        assertNothingIsThere();
        assertThat(end).isNotInstanceOf(AssertionError.class);
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

    private City addEverything() {
        ports.users().save(ADA);
        City city = ports.cities().add(complete(), ADA.id(), AT);
        ports.changes().append(Change.created(city, new Actor(ADA, Set.of(), Door.API)));
        return city;
    }

    private void assertEverythingIsThere(City city) {
        assertThat(all()).containsExactly(city);
        assertThat(ports.cities().find(city.id())).contains(city);
        assertThat(ports.changes().of(city.id())).hasSize(1);
        assertThat(ports.users().find(ADA.id())).contains(ADA);
    }

    private void assertNothingIsThere() {
        assertThat(ports.cities().isEmpty()).isTrue();
        assertThat(ports.changes().isEmpty()).isTrue();
        assertThat(ports.users().find(ADA.id())).isEmpty();
    }

    private List<City> all() {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(10_000));
    }

    private <T> T write(Supplier<T> work) {
        return ports.work().write(work);
    }

    private <T> T read(Supplier<T> work) {
        return ports.work().read(work);
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

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException sneaky(Throwable failure) throws X {
        throw (X) failure;
    }
}
