package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Register.KEPT;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;

class FillEmptyRegisterTest {

    private final Register register = Register.empty();

    @Test
    void anEmptyRegisterIsFilledInTheOrderGiven() {
        assertThat(fill(complete(), named("Paris"), named("Paris"))).isEqualTo(3);
        assertThat(register.all())
                .extracting(City::details)
                .containsExactly(complete(), named("Paris"), named("Paris"));
        assertThat(register.all())
                .allSatisfy(
                        city -> assertThat(city).isEqualTo(new City(city.id(), city.details(), null, KEPT, KEPT, 1)));
    }

    @Test
    void theLoadIsOneEntryOfTheLogThatNamesNoCity() {
        fill(named("Paris"));
        assertThat(register.ports.changes().isEmpty()).isFalse();
        assertThat(register.ports.changes().tellsOf(register.all().get(0).id())).isFalse();
    }

    @Test
    void aRegisterIsFilledOnce() {
        fill(named("Paris"));
        assertNotFilledAgain();
        assertThat(register.all()).hasSize(1);
    }

    @Test
    void aRegisterWithACityOfSomebodysOwnIsNotFilled() {
        City own = register.add(named("Paris"));
        assertNotFilledAgain();
        assertThat(register.all()).containsExactly(own);
    }

    @Test
    void aRegisterWhoseCitiesWereAllDeletedStaysEmpty() {
        fill(named("Paris"));
        register.delete(register.all().get(0));
        assertNotFilledAgain();
        assertThat(register.all()).isEmpty();
    }

    @Test
    void aLoadOfNothingIsALoad() {
        assertThat(fill()).isZero();
        assertNotFilledAgain();
    }

    @Test
    void aSourceThatBreaksOffLeavesNothingAndTheNextStartTriesAgain() {
        Iterator<CityDetails> broken = Stream.of("Paris", "Lyon", "broken")
                .map(name -> {
                    if (name.equals("broken")) {
                        throw new IllegalStateException("The file ends here");
                    }
                    return named(name);
                })
                .iterator();
        assertThatThrownBy(() -> register.fill.fill(() -> broken)).hasMessage("The file ends here");
        assertThatThrownBy(() -> fill(withGeonameId("A", 1), withGeonameId("B", 1)))
                .isInstanceOf(Rejection.Taken.class);
        assertThatThrownBy(() -> register.fill.fill(() -> {
                    throw new IllegalStateException("No such file");
                }))
                .hasMessage("No such file");
        assertThat(register.all()).isEmpty();
        assertThat(register.ports.changes().isEmpty()).isTrue();
        assertThat(fill(named("Paris"))).isEqualTo(1);
    }

    private void assertNotFilledAgain() {
        long added = register.fill.fill(() -> {
            throw new AssertionError("Nobody needs the source");
        });
        assertThat(added).isZero();
    }

    private long fill(CityDetails... cities) {
        return register.fill.fill(() -> List.of(cities).iterator());
    }
}
