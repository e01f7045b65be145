package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

/** That deleted cities can come back; what every {@link CityRepository} promises beside {@link CityRepositoryContract}. */
public abstract class CityRestoringContract extends CityStoreFixture {

    private static final User ADA = User.first(new Identity("https://issuer.example", "ada", "Ada", null));

    private void restore(City city) {
        write(() -> {
            ports.users().save(ADA);
            cities.restore(city);
            return city;
        });
    }

    @Test
    void aDeletedCityComesBackAsItIsGiven() {
        City city = add(named("Paris"));
        delete(city);
        City back = new City(city.id(), complete(), ADA.id(), AT.minusSeconds(9), AT.plusSeconds(9), 7);
        restore(back);
        assertThat(cities.find(city.id())).contains(back);
        assertThat(cities.list(CityFilter.ALL, CitySort.DEFAULT, Scroll.first(9)))
                .containsExactly(back);
        CityQuery copenhague = new CityQuery(CityFilter.ALL, SearchText.of("copenhague"), null, null);
        assertThat(ports.search().find(copenhague, Scroll.first(9)))
                .extracting(Hit::city)
                .containsExactly(back);
        replace(back.with(named("Lutetia"), AT));
        assertThat(cities.find(city.id()).orElseThrow().version()).isEqualTo(8);
    }

    @Test
    void theNextCityStillGetsAnIdOfItsOwn() {
        City first = add(named("Paris"));
        City second = add(named("Lyon"));
        delete(first);
        delete(second);
        restore(first);
        assertThat(add(named("Nice")).id()).isGreaterThan(second.id());
    }

    @Test
    void aCityThatIsThereIsNotRestored() {
        City city = add(named("Paris"));
        assertThatThrownBy(() -> restore(city)).isInstanceOf(IllegalStateException.class);
        assertThat(cities.find(city.id())).contains(city);
    }

    @Test
    void aRestoredCityCannotTakeAnothersGeonameId() {
        City city = add(withGeonameId("Paris", 2_988_507));
        delete(city);
        add(withGeonameId("Paname", 2_988_507));
        assertThatThrownBy(() -> restore(city)).isInstanceOf(Rejection.Taken.class);
        assertThat(cities.find(city.id())).isEmpty();
    }

    @Test
    void aRestoredCityIsReadAsItIsNow() {
        City city = add(named("Paris"));
        assertThat(cities.find(city.id())).contains(city);
        delete(city);
        assertThat(cities.find(city.id())).isEmpty();
        City back = new City(city.id(), complete(), null, AT, AT, 3);
        restore(back);
        assertThat(cities.find(city.id())).contains(back);
        assertThat(cities.atHand(city.id()).orElse(back)).isEqualTo(back);
    }
}
