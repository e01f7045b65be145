package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;

/** That a GeoNames identifier is one city's at a time; part of {@link CityRepositoryContract}. */
public abstract class GeonameIdContract extends CityKeepingContract {

    @Test
    void aGeonameIdIsGivenOnce() {
        City holder = add(withGeonameId("Paris", 2_988_507));
        assertThatTakenIsSaid(() -> add(withGeonameId("Paname", 2_988_507)));
        assertThat(cities.list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(9))).containsExactly(holder);
    }

    @Test
    void aReplacedCityCannotTakeAnothersGeonameId() {
        add(withGeonameId("Paris", 2_988_507));
        City other = add(withGeonameId("Paname", 1));
        assertThatTakenIsSaid(() -> replace(other.with(withGeonameId("Paname", 2_988_507), AT)));
        assertThat(cities.find(other.id())).contains(other);
    }

    @Test
    void aReplacedCityKeepsItsOwnGeonameId() {
        City next = add(withGeonameId("Paris", 2_988_507)).with(withGeonameId("Paname", 2_988_507), AT);
        replace(next);
        assertThat(cities.find(next.id())).contains(next);
    }

    @Test
    void whoIsStaleAndWantsATakenGeonameIdIsStale() {
        add(withGeonameId("Paris", 2_988_507));
        City first = add(named("Paname"));
        replace(first.with(named("Paname 2"), AT));
        assertThatThrownBy(() -> replace(first.with(withGeonameId("Paname", 2_988_507), AT)))
                .isInstanceOf(Rejection.Stale.class);
    }

    @Test
    void aGeonameIdThatWasGivenUpCanBeGivenAgain() {
        City paris = add(withGeonameId("Paris", 1));
        replace(paris.with(named("Paris"), AT));
        City second = add(withGeonameId("Second", 1));
        delete(second);
        assertThat(add(withGeonameId("Third", 1)).details().geonameId()).isEqualTo(new GeonameId(1));
    }

    private static void assertThatTakenIsSaid(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOfSatisfying(Rejection.Taken.class, taken -> {
            assertThat(taken.field()).isEqualTo("geonameId");
            assertThat(taken.value()).isEqualTo("2988507");
        });
    }
}
