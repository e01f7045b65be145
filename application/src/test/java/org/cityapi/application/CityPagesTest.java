package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityPagesTest {

    private final Register register = Register.empty();
    private final FindCities find = register.find;

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
        CityPage last = page(first.next());
        assertThat(last.next()).isNull();
        CityPage firstAgain = page(last.previous());
        assertThat(firstAgain).isEqualTo(first);
    }

    @Test
    void aListingThatFitsOnePageHasNoOther() {
        addCities(2);
        assertThat(page(Scroll.first(2))).isEqualTo(whole(CitySort.BY_ID, register.all()));
        assertThat(page(new Scroll(null, true, 2))).isEqualTo(whole(CitySort.BY_ID, register.all()));
    }

    @Test
    void anEmptyListingIsAnEmptyPage() {
        assertThat(page(Scroll.first(2))).isEqualTo(new CityPage(List.of(), null, null));
    }

    @Test
    void anEmptyPageBehindTheLastCityLeadsBackToTheEndOfTheList() {
        addCities(5);
        CityPage second = page(page(Scroll.first(2)).next());
        register.delete(register.all().get(4));
        CityPage empty = page(second.next());
        assertThat(empty).isEqualTo(new CityPage(List.of(), null, new Scroll(null, true, 2)));
        assertThat(page(empty.previous()).cities()).isEqualTo(second.cities());
    }

    @Test
    void anEmptyPageBeforeTheFirstCityLeadsOnToTheBeginningOfTheList() {
        addCities(3);
        CityPage second = page(page(Scroll.first(1)).next());
        register.delete(register.all().get(0));
        CityPage empty = page(second.previous());
        assertThat(empty).isEqualTo(new CityPage(List.of(), Scroll.first(1), null));
        assertThat(page(empty.next()).cities()).isEqualTo(second.cities());
    }

    @Test
    void fromAListThatWasEmptiedMeanwhileTheWayEndsSoon() {
        addCities(3);
        CityPage first = page(Scroll.first(1));
        register.all().forEach(register::delete);
        assertThat(page(page(first.next()).previous())).isEqualTo(new CityPage(List.of(), null, null));
    }

    @Test
    void thePageBackwardsFromTheEndIsTheLastInTheOrderOfTheListing() {
        addCities(5);
        CityPage last = page(new Scroll(null, true, 2));
        assertThat(last.cities()).isEqualTo(register.all().subList(3, 5));
        assertThat(last.next()).isNull();
        assertThat(last.previous())
                .isEqualTo(new Scroll(CitySort.BY_ID.positionOf(register.all().get(3)), true, 2));
    }

    @Test
    void aPageListsWhatPassesTheFilter() {
        City lyon = register.add(city("Lyon", "FR", 500));
        register.add(city("Odense", "DK", 500));
        City paris = register.add(city("Paris", "FR", 2_000));
        CityFilter french = new CityFilter(Set.of(new CountryCode("FR")), null, null);
        CityPage page = find.page(CityQuery.of(french, CitySort.DEFAULT), Scroll.first(2));
        assertThat(page).isEqualTo(whole(CitySort.DEFAULT, List.of(paris, lyon)));
    }

    @Test
    void typingErrorsAreForgivenOnAFirstPageWithRoom() {
        City pari = register.add(city("Pari", "FR", 10));
        City paris = register.add(city("Paris", "FR", 2_000));
        City pairs = register.add(city("Pairs", "FR", 1));
        CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of("Pairs"), null, null);
        CityPage page = find.page(query, Scroll.first(9));
        assertThat(page.cities()).containsExactly(pairs, paris);
        assertThat(page.next()).isNull();
        assertThat(find.page(query, Scroll.first(1)).cities()).containsExactly(pairs);
        assertThat(find.page(query, Scroll.after(page.items().get(0).position(), 9))
                        .cities())
                .isEmpty();
        assertThat(find.count(query)).isEqualTo(1);
        CityQuery typing = new CityQuery(CityFilter.ALL, SearchText.of("pari"), null, null);
        assertThat(find.page(typing, Scroll.first(9)).cities()).containsExactly(pari, paris);
    }

    @Test
    void whereAFieldDecidesTheOrderThoseWithTypingErrorsStandAmongTheOthers() {
        register.add(city("Parsippany", "FR", 1));
        register.add(city("Paris", "FR", 3));
        register.add(city("Parsing", "FR", 5));
        CitySort largest = new CitySort(SortField.POPULATION, true);
        CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of("parsi"), null, largest);
        assertThat(find.page(query, Scroll.first(9)).cities())
                .extracting(city -> city.details().name().value())
                .containsExactly("Parsing", "Paris", "Parsippany");
    }

    @Test
    void aPageIsAtHandWhereItsCitiesAreAndNoErrorsAreToBeForgiven() {
        register.add(city("Paris", "FR", 5));
        register.add(city("Pari", "FR", 1));
        CitySearch waiting = register.ports.search();
        assertThat(find.pageAtHand(text("par"), Scroll.first(1))).isEmpty();
        CitySearch ready = new CitySearch() {
            @Override
            public List<Hit> find(CityQuery query, Scroll scroll) {
                return waiting.find(query, scroll);
            }

            @Override
            public Optional<List<Hit>> atHand(CityQuery query, Scroll scroll) {
                return Optional.of(waiting.find(query, scroll));
            }

            @Override
            public List<Hit> typos(CityQuery query, int max) {
                throw new AssertionError("One has to wait for them");
            }

            @Override
            public long count(CityQuery query) {
                return waiting.count(query);
            }
        };
        FindCities quick = new FindCities(register.ports.cities(), ready, register.ports.changes());
        for (int max = 1; max <= 3; max++) {
            assertThat(quick.pageAtHand(text("par"), Scroll.first(max)))
                    .contains(find.page(text("par"), Scroll.first(max)));
        }
        assertThat(quick.pageAtHand(text("paris"), Scroll.first(1)))
                .contains(find.page(text("paris"), Scroll.first(1)));
        assertThat(quick.pageAtHand(text("paris"), Scroll.first(2))).isEmpty();
    }

    private static CityQuery text(String text) {
        return new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
    }

    @ParameterizedTest
    @EnumSource(SortField.class)
    void aWalkGoesOnWhenTheCityAtItsPositionIsDeleted(SortField field) {
        addCities(5);
        CitySort sort = new CitySort(field, true);
        List<City> all = register.ports.cities().list(CityFilter.ALL, sort, Scroll.first(9));
        CityPage first = find.page(CityQuery.of(CityFilter.ALL, sort), Scroll.first(2));
        register.delete(all.get(1));
        CityPage second = find.page(CityQuery.of(CityFilter.ALL, sort), first.next());
        assertThat(second.cities()).isEqualTo(all.subList(2, 4));
    }

    private List<List<City>> pagesForwards(CitySort sort, int max) {
        List<List<City>> pages = new ArrayList<>();
        Scroll next = Scroll.first(max);
        do {
            CityPage page = find.page(CityQuery.of(CityFilter.ALL, sort), next);
            pages.add(page.cities());
            assertThat(pages).as("a walk that ends").hasSizeLessThan(20);
            next = page.next();
        } while (next != null);
        return pages;
    }

    private List<List<City>> pagesBackFromTheLast(CitySort sort, int max) {
        CityPage page = find.page(CityQuery.of(CityFilter.ALL, sort), Scroll.first(max));
        while (page.next() != null) {
            page = find.page(CityQuery.of(CityFilter.ALL, sort), page.next());
        }
        List<List<City>> pages = new ArrayList<>(List.of(page.cities()));
        for (@Nullable Scroll previous = page.previous(); previous != null; previous = page.previous()) {
            page = find.page(CityQuery.of(CityFilter.ALL, sort), previous);
            pages.add(page.cities());
            assertThat(pages).as("a walk that ends").hasSizeLessThan(20);
        }
        Collections.reverse(pages);
        return pages;
    }

    private static CityPage whole(CitySort sort, List<City> cities) {
        List<Hit> hits = cities.stream()
                .map(city -> new Hit(city, null, null, sort.positionOf(city)))
                .toList();
        return new CityPage(hits, null, null);
    }

    private CityPage page(Scroll scroll) {
        return find.page(CityQuery.of(CityFilter.ALL, CitySort.BY_ID), scroll);
    }

    /** Cities with ties in all but the id. */
    private List<City> addCities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> register.add(city("City " + i % 3, i % 2 == 0 ? "FR" : "DK", i % 3)))
                .toList();
    }
}
