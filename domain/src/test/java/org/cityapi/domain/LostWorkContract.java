package org.cityapi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.junit.jupiter.api.Test;

/** That work in which something failed is lost, whoever catches the failure; part of {@link UnitOfWorkContract}. */
public abstract class LostWorkContract extends IsolationContract {

    @Test
    void aFailureWithinWorkLosesTheWorkEvenIfSomebodyCatchesIt() {
        assertThatThrownBy(() -> write(() -> {
                    City city = addEverything();
                    assertThatThrownBy(() -> write(() -> {
                                throw new Rejection.NotFound(new Thing("city", "1"));
                            }))
                            .isInstanceOf(Rejection.NotFound.class);
                    return city;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsThere();
    }

    @Test
    void aRefusalOfTheStoreLosesTheWorkEvenIfSomebodyCatchesIt() {
        City holder = write(() -> ports.cities().add(withGeonameId("Paris", 1), null, AT));
        assertThatThrownBy(() -> write(() -> {
                    City lyon = ports.cities().add(named("Lyon"), null, AT);
                    assertThatThrownBy(() -> ports.cities().add(withGeonameId("Paname", 1), null, AT))
                            .isInstanceOf(Rejection.Taken.class);
                    return lyon;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all()).containsExactly(holder);
    }

    @Test
    void workThatIsLostCanNeitherReadNorWrite() {
        City holder = write(() -> ports.cities().add(withGeonameId("Paris", 1), null, AT));
        assertThatThrownBy(() -> write(() -> {
                    List<CityDetails> two = List.of(named("Lyon"), withGeonameId("Paname", 1));
                    assertThatThrownBy(() -> ports.addAll(two, AT)).isInstanceOf(Rejection.Taken.class);
                    assertThatThrownBy(this::all).isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> ports.users().save(ADA)).isInstanceOf(IllegalStateException.class);
                    throw new Rejection.NotFound(new Thing("city", "1"));
                }))
                .isInstanceOf(Rejection.NotFound.class);
        assertThat(all()).containsExactly(holder);
        assertThat(ports.users().find(ADA.id())).isEmpty();
    }

    @Test
    void manyThatFailHalfwayLoseTheWorkEvenIfSomebodyCatchesIt() {
        assertThatThrownBy(() -> write(() -> {
                    assertThatThrownBy(() -> ports.many().together(writes -> {
                                writes.add(List.of(named("Lyon")), null, AT);
                                throw new IllegalStateException("The file is broken here");
                            }))
                            .hasMessageEndingWith("broken here");
                    return "caught";
                }))
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsThere();
    }

    @Test
    void whatAPortFindsOutByLookingDoesNotLoseTheWork() {
        City first = write(() -> ports.cities().add(named("Paris"), null, AT));
        City second = first.with(named("Paris 2"), AT);
        City gone = new City(new CityId(Long.MAX_VALUE), named("Gone"), null, AT, AT, 1);
        write(() -> {
            ports.cities().replace(second);
            assertThatThrownBy(() -> ports.cities().delete(first)).isInstanceOf(Rejection.Stale.class);
            assertThatThrownBy(() -> ports.cities().delete(gone)).isInstanceOf(Rejection.NotFound.class);
            return second;
        });
        assertThat(all()).containsExactly(second);
    }

    final void assertNothingIsThere() {
        assertThat(ports.cities().isEmpty()).isTrue();
        assertThat(ports.changes().isEmpty()).isTrue();
        assertThat(ports.users().find(ADA.id())).isEmpty();
    }
}
