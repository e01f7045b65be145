package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.junit.jupiter.api.Test;

class ExportCitiesTest {

    private static final CityQuery ALL = new CityQuery(CityFilter.ALL, null, null, null);

    private final Register register = Register.empty();
    private final ExportCities export = new ExportCities(
            register.ports.work(), register.ports.cities(), register.ports.search(), register.ports.changes(), 1);
    private final Taken taken = new Taken();

    private static class Taken implements ExportCities.Receiver {

        final List<ExportCities.Moment> moments = new ArrayList<>();
        final List<Long> ids = new ArrayList<>();
        int stretches;

        @Override
        public void begin(ExportCities.Moment moment) {
            assertThat(ids).isEmpty();
            moments.add(moment);
        }

        @Override
        public void take(List<Hit> stretch) {
            assertThat(stretch).isNotEmpty();
            stretches++;
            stretch.forEach(hit -> ids.add(hit.city().id().value()));
        }
    }

    private void fill(int cities) {
        List<CityDetails> all = new ArrayList<>();
        for (int i = 0; i < cities; i++) {
            all.add(city("C" + i, "FR", i % 7));
        }
        register.fill.fill(all::iterator);
    }

    @Test
    void ofNothingNothingIsHandedOver() {
        export.export(ALL, taken);

        assertThat(taken.moments).containsExactly(new ExportCities.Moment(0, false));
        assertThat(taken.stretches).isZero();
    }

    @Test
    void eachCityIsHandedOverOnceByItsIdInStretches() {
        int many = 2 * ExportCities.STRETCH;
        fill(many);

        export.export(ALL, taken);

        assertThat(taken.ids).isEqualTo(LongStream.rangeClosed(1, many).boxed().toList());
        assertThat(taken.stretches).isEqualTo(2);
        assertThat(taken.moments).containsExactly(new ExportCities.Moment(1, true));
    }

    @Test
    void anOrderThatIsAskedForIsKept() {
        fill(ExportCities.STRETCH_IN_ORDER + 10);
        CityQuery largest = CityQuery.of(CityFilter.ALL, CitySort.DEFAULT);
        CityQuery filtered = CityQuery.of(new CityFilter(Set.of(), 3L, null), new CitySort(SortField.NAME, true));

        export.export(largest, taken);

        assertThat(taken.ids)
                .isEqualTo(register.find.page(largest, Scroll.first(10_000)).cities().stream()
                        .map(city -> city.id().value())
                        .toList());
        taken.ids.clear();
        export.export(filtered, taken);
        assertThat(taken.ids).hasSize((int) register.find.count(filtered));
    }

    @Test
    void typingErrorsAreNotForgiven() {
        register.add(city("Villeneuve", "FR", 1));

        export.export(new CityQuery(CityFilter.ALL, SearchText.of("vileneuve"), null, null), taken);
        assertThat(taken.ids).isEmpty();
        export.export(new CityQuery(CityFilter.ALL, SearchText.of("villen"), null, null), taken);
        assertThat(taken.ids).containsExactly(1L);
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInIt() {
        fill(ExportCities.STRETCH);
        City first = register.all().get(0);
        Taken disturbed = new Taken() {
            @Override
            public void begin(ExportCities.Moment moment) {
                super.begin(moment);
                Thread writer = new Thread(() -> {
                    register.delete(first);
                    register.add(city("Late", "FR", 1));
                });
                writer.start();
                try {
                    writer.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        export.export(ALL, disturbed);

        assertThat(disturbed.ids).hasSize(ExportCities.STRETCH).contains(1L);
        assertThat(disturbed.moments).containsExactly(new ExportCities.Moment(1, true));
        assertThat(register.ports.changes().last()).isEqualTo(3);
    }

    @Test
    void aRegisterThatWasFilledByHandIsNotLoaded() {
        register.add(city("Paris", "FR", 1));

        export.export(ALL, taken);

        assertThat(taken.moments).containsExactly(new ExportCities.Moment(1, false));
    }

    @Test
    void whoFindsNoTurnIsRefusedAndATurnThatFailedIsFreeAgain() {
        fill(1);
        Taken failing = new Taken() {
            @Override
            public void take(List<Hit> stretch) {
                assertThatThrownBy(() -> export.export(ALL, taken))
                        .isInstanceOfSatisfying(
                                Rejection.Unavailable.class,
                                refused -> assertThat(refused.needed()).isEqualTo(Dependency.EXPORT));
                throw new IllegalStateException("gone");
            }
        };

        assertThatThrownBy(() -> export.export(ALL, failing)).hasMessage("gone");

        export.export(ALL, taken);
        assertThat(taken.ids).containsExactly(1L);
    }
}
