package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.city;
import static org.cityapi.domain.city.CitySamples.named;

import java.util.List;
import java.util.stream.IntStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.junit.jupiter.api.Test;

class FindCitiesTest {

    private final Register register = Register.empty();
    private final FindCities find = register.find;

    @Test
    void aCityThatNeverWasIsNotFound() {
        register.add(named("Paris"));
        assertThatThrownBy(() -> find.one(new CityId(4711)))
                .isInstanceOfSatisfying(
                        Rejection.NotFound.class,
                        notFound -> assertThat(notFound.thing()).isEqualTo(new Thing("city", "4711")));
    }

    @Test
    void aDeletedCityIsGoneNotUnknown() {
        City city = register.add(named("Paris"));
        register.delete(city);
        assertThatThrownBy(() -> find.one(city.id())).isInstanceOf(Rejection.Gone.class);
    }

    @Test
    void aDeletedCityOfTheFirstLoadIsGoneToo() {
        register.fill.fill(() -> List.of(named("Paris"), named("Lyon")).iterator());
        City paris = register.all().get(0);
        register.delete(paris);
        assertThatThrownBy(() -> find.one(paris.id())).isInstanceOf(Rejection.Gone.class);
    }

    @Test
    void whatWasDeletedIsStillTheOnlyOneThatIsGone() {
        City paris = register.add(named("Paris"));
        City lyon = register.add(named("Lyon"));
        register.delete(paris);
        assertThat(find.one(lyon.id())).isEqualTo(lyon);
    }

    @Test
    void citiesAfterAnIdComeInTheOrderOfIds() {
        List<City> all = addCities(4);
        assertThat(find.after(null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(find.after(all.get(1).id(), 9)).isEqualTo(all.subList(2, 4));
        assertThat(find.after(all.get(3).id(), 9)).isEmpty();
    }

    @Test
    void skippingLeavesOutSoManyOfThoseThatAreThere() {
        List<City> all = addCities(5);
        register.delete(all.get(1));
        assertThat(find.skipping(0, 2)).containsExactly(all.get(0), all.get(2));
        assertThat(find.skipping(1, 2)).containsExactly(all.get(2), all.get(3));
        assertThat(find.skipping(3, 9)).containsExactly(all.get(4));
        assertThat(find.skipping(4, 9)).isEmpty();
        assertThat(find.skipping(5, 9)).isEmpty();
        assertThat(find.skipping(Long.MAX_VALUE, 9)).isEmpty();
    }

    private List<City> addCities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> register.add(named("City " + i)))
                .toList();
    }
}
