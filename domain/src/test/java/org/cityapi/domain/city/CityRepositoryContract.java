package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CityRepository} promises. */
public abstract class CityRepositoryContract extends GeonameIdContract {

    @Test
    void anEmptyStoreHasNoCity() {
        assertThat(cities.isEmpty()).isTrue();
        assertThat(cities.find(new CityId(1))).isEmpty();
        assertThat(cities.find(new CityId(Long.MAX_VALUE))).isEmpty();
        assertThat(cities.idAt(0)).isEmpty();
    }

    @Test
    void anAddedCityIsFoundAsItWasAdded() {
        City city = add(complete());
        assertThat(city.details()).isEqualTo(complete());
        assertThat(city.createdBy()).isNull();
        assertThat(city.createdAt()).isEqualTo(AT);
        assertThat(city.updatedAt()).isEqualTo(AT);
        assertThat(city.version()).isEqualTo(1);
        assertThat(cities.find(city.id())).contains(city);
        assertThat(cities.isEmpty()).isFalse();
    }

    @Test
    void twoCitiesMayHaveEqualDetails() {
        assertThat(add(named("Paris")).id()).isNotEqualTo(add(named("Paris")).id());
    }

    @Test
    void aReplacedCityIsTheNextVersion() {
        City next = add(named("Paris")).with(complete(), AT.plusMillis(1));
        replace(next);
        assertThat(cities.find(next.id())).contains(next);
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void aVersionIsToldWithoutItsCity() {
        City first = add(complete());
        City other = add(named("Lyon"));
        assertThat(cities.version(first.id())).contains(1L);
        replace(first.with(named("Paris"), AT));
        assertThat(cities.version(first.id())).contains(2L);
        City next = cities.find(first.id()).orElseThrow();
        write(() -> {
            cities.replace(next.with(complete(), AT));
            assertThat(cities.version(first.id())).as("to its writer").contains(3L);
            return next;
        });
        assertThat(cities.version(other.id())).contains(1L);
        delete(other);
        assertThat(cities.version(other.id())).isEmpty();
        assertThat(cities.version(new CityId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void eachOptionalFieldCanBeTakenAwayAgain() {
        City next = add(complete()).with(named("København"), AT.plusMillis(1));
        replace(next);
        assertThat(cities.find(next.id())).contains(next);
    }

    @Test
    void replacingChangesNoOtherCity() {
        City other = add(named("Lyon"));
        replace(add(named("Paris")).with(complete(), AT));
        assertThat(cities.find(other.id())).contains(other);
    }

    @Test
    void replacingAVersionThatIsNoLongerThereIsStale() {
        City first = add(named("Paris"));
        City second = first.with(named("Paris 2"), AT);
        replace(second);
        assertThatStaleIsSaid(second, () -> replace(first.with(named("Paris 3"), AT)));
        assertThat(cities.find(first.id())).contains(second);
    }

    @Test
    void replacingAVersionThatIsNotThereYetIsStale() {
        City first = add(named("Paris"));
        City third = first.with(named("2"), AT).with(named("3"), AT);
        assertThatThrownBy(() -> replace(third)).isInstanceOf(Rejection.Stale.class);
        assertThat(cities.find(first.id())).contains(first);
    }

    @Test
    void aDeletedCityIsNotThere() {
        City paris = add(complete());
        City lyon = add(named("Lyon"));
        delete(paris);
        assertThat(cities.find(paris.id())).isEmpty();
        assertThat(cities.list(CityFilter.ALL, CitySort.DEFAULT, Scroll.first(9)))
                .containsExactly(lyon);
        delete(lyon);
        assertThat(cities.isEmpty()).isTrue();
    }

    @Test
    void deletingAnotherVersionThanThePresentIsStale() {
        City first = add(named("Paris"));
        City second = first.with(named("Paris 2"), AT);
        replace(second);
        assertThatStaleIsSaid(second, () -> delete(first));
        assertThat(cities.find(first.id())).contains(second);
    }

    @Test
    void anIdIsNeverGivenAgain() {
        City low = add(named("Low"));
        City high = add(named("High"));
        delete(high);
        delete(low);
        City next = add(named("Next"));
        assertThat(next.id()).isNotIn(low.id(), high.id());
        write(() -> ports.addAll(List.of(named("Another")), AT));
        assertThat(cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(9)))
                .hasSize(2)
                .extracting(City::id)
                .doesNotContain(low.id(), high.id());
    }

    @Test
    void eachCountryThatHasCitiesHasTotals() {
        assertThat(cities.totals()).isEmpty();
        add(in("FR", 340_000));
        add(in("FR", 520_000));
        add(in("CH", 0));
        assertThat(cities.totals())
                .containsExactly(
                        new CountryTotals(new CountryCode("CH"), 1, 0),
                        new CountryTotals(new CountryCode("FR"), 2, 860_000));
    }

    private static CityDetails in(String country, long population) {
        return new CityDetails(
                new CityName("A"),
                new CountryCode(country),
                new Population(population),
                null,
                null,
                null,
                null,
                List.of());
    }

    @Test
    void theIdAtAnOffsetHasSoManyBeforeIt() {
        List<City> three =
                Stream.of("A", "B", "C", "D").map(name -> add(named(name))).toList();
        delete(three.get(1));
        assertThat(IntStream.range(0, 4).mapToObj(cities::idAt))
                .containsExactly(
                        Optional.of(three.get(0).id()),
                        Optional.of(three.get(2).id()),
                        Optional.of(three.get(3).id()),
                        Optional.empty());
        assertThat(cities.idAt(Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void anOffsetIsNotNegative(long offset) {
        add(named("Paris"));
        assertThatThrownBy(() -> cities.idAt(offset)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotThereCanNeitherBeReplacedNorDeleted() {
        City deleted = add(withGeonameId("Paris", 1));
        delete(deleted);
        City holder = add(withGeonameId("Paname", 1));
        City never = new City(new CityId(Long.MAX_VALUE), named("Never"), null, AT, AT, 1);
        for (City missing : List.of(deleted, never)) {
            assertThatAbsenceIsSaid(missing, () -> replace(missing.with(missing.details(), AT)));
            assertThatAbsenceIsSaid(missing, () -> delete(missing));
        }
        assertThat(cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(9))).containsExactly(holder);
    }

    private static void assertThatAbsenceIsSaid(City missing, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        Rejection.NotFound.class,
                        absent -> assertThat(absent.thing())
                                .isEqualTo(new Thing("city", "" + missing.id().value())));
    }

    private static void assertThatStaleIsSaid(City current, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        Rejection.Stale.class,
                        stale -> assertThat(stale.current()).isEqualTo(current));
    }
}
