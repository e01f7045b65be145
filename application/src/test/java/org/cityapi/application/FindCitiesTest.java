package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.city;
import static org.cityapi.domain.city.CitySamples.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8})
    void pagesForwardsAndBackAreTheSame(int max) {
        addCities(7);
        for (SortField field : SortField.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                CitySort sort = new CitySort(field, descending);
                List<List<City>> forwards = pagesForwards(sort, max);
                assertThat(forwards.stream().flatMap(List::stream))
                        .containsExactlyElementsOf(
                                register.ports.cities().list(CityFilter.ALL, sort, Scroll.first(100)));
                assertThat(pagesBackFromTheLast(sort, max)).isEqualTo(forwards);
            }
        }
    }

    @Test
    void theFirstPageHasNoneBeforeItAndTheLastNoneAfterIt() {
        addCities(4);
        CityPage first = page(Scroll.first(2));
        assertThat(first.previous()).isNull();
        CityPage last = page(Scroll.after(first.next(), 2));
        assertThat(last.next()).isNull();
        CityPage firstAgain = page(new Scroll(last.previous(), true, 2));
        assertThat(firstAgain).isEqualTo(first);
    }

    @Test
    void aListingThatFitsOnePageHasNoOther() {
        addCities(2);
        assertThat(page(Scroll.first(2))).isEqualTo(new CityPage(register.all(), null, null));
        assertThat(page(new Scroll(null, true, 2))).isEqualTo(new CityPage(register.all(), null, null));
    }

    @Test
    void anEmptyListingIsAnEmptyPage() {
        assertThat(page(Scroll.first(2))).isEqualTo(new CityPage(List.of(), null, null));
    }

    @Test
    void thePageBackwardsFromTheEndIsTheLastInTheOrderOfTheListing() {
        addCities(5);
        CityPage last = page(new Scroll(null, true, 2));
        assertThat(last.items()).isEqualTo(register.all().subList(3, 5));
        assertThat(last.next()).isNull();
        assertThat(last.previous())
                .isEqualTo(CitySort.BY_ID.positionOf(register.all().get(3)));
    }

    @Test
    void aPageListsWhatPassesTheFilter() {
        City lyon = register.add(city("Lyon", "FR", 500));
        register.add(city("Odense", "DK", 500));
        City paris = register.add(city("Paris", "FR", 2_000));
        CityFilter french = new CityFilter(Set.of(new CountryCode("FR")), null, null);
        CityPage page = find.page(french, CitySort.DEFAULT, Scroll.first(2));
        assertThat(page).isEqualTo(new CityPage(List.of(paris, lyon), null, null));
    }

    @ParameterizedTest
    @EnumSource(SortField.class)
    void aWalkGoesOnWhenTheCityAtItsPositionIsDeleted(SortField field) {
        addCities(5);
        CitySort sort = new CitySort(field, true);
        List<City> all = register.ports.cities().list(CityFilter.ALL, sort, Scroll.first(9));
        CityPage first = find.page(CityFilter.ALL, sort, Scroll.first(2));
        register.delete(all.get(1));
        CityPage second = find.page(CityFilter.ALL, sort, Scroll.after(first.next(), 2));
        assertThat(second.items()).isEqualTo(all.subList(2, 4));
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

    private List<List<City>> pagesForwards(CitySort sort, int max) {
        List<List<City>> pages = new ArrayList<>();
        Position from = null;
        do {
            CityPage page = find.page(CityFilter.ALL, sort, new Scroll(from, false, max));
            pages.add(page.items());
            from = page.next();
        } while (from != null);
        return pages;
    }

    private List<List<City>> pagesBackFromTheLast(CitySort sort, int max) {
        CityPage page = find.page(CityFilter.ALL, sort, Scroll.first(max));
        while (page.next() != null) {
            page = find.page(CityFilter.ALL, sort, Scroll.after(page.next(), max));
        }
        List<List<City>> pages = new ArrayList<>(List.of(page.items()));
        for (@Nullable Position from = page.previous(); from != null; from = page.previous()) {
            page = find.page(CityFilter.ALL, sort, new Scroll(from, true, max));
            pages.add(page.items());
        }
        Collections.reverse(pages);
        return pages;
    }

    private CityPage page(Scroll scroll) {
        return find.page(CityFilter.ALL, CitySort.BY_ID, scroll);
    }

    /** Cities with ties in all but the id. */
    private List<City> addCities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> register.add(city("City " + i % 3, i % 2 == 0 ? "FR" : "DK", i % 3)))
                .toList();
    }
}
