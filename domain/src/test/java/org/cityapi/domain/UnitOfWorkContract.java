package org.cityapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.change.WholeHistory;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} promises, together with the ports that join it. */
public abstract class UnitOfWorkContract extends LostWorkContract {

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
        assertThatThrownBy(() -> write(() -> ports.many().together(writes -> addAll(writes, broken))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The file is broken here");
        assertNothingIsThere();
    }

    private static long addAll(ManyCities.Writes writes, Iterator<CityDetails> details) {
        long count = 0;
        while (details.hasNext()) {
            count += writes.add(List.of(details.next()), null, AT).size();
        }
        return count;
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

    private void assertEverythingIsThere(City city) {
        assertThat(all()).containsExactly(city);
        assertThat(ports.cities().find(city.id())).contains(city);
        assertThat(WholeHistory.of(ports.changes(), city.id())).hasSize(1);
        assertThat(ports.users().find(ADA.id())).contains(ADA);
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException sneaky(Throwable failure) throws X {
        throw (X) failure;
    }
}
