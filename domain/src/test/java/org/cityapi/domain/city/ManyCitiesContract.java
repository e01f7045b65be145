package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;
import static org.cityapi.domain.city.CitySamples.withOtherNames;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.city.ManyCities.Replacement;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ManyCities} promises. */
public abstract class ManyCitiesContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final Instant LATER = AT.plusMillis(7);

    private Ports ports;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
    }

    /** An empty store and one in use are filled in different ways. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyCitiesAreAddedInTheOrderGiven(boolean isEmpty) {
        if (!isEmpty) {
            add(named("Before"));
        }
        User ada = User.first(new Identity("https://issuer.example", "ada", "Ada", null));
        List<CityDetails> many = IntStream.range(0, 1_203)
                .mapToObj(i -> i % 100 == 0 ? withGeonameId("City " + i, i + 1) : named("City " + i))
                .toList();
        List<City> added = together(writes -> {
            ports.users().save(ada);
            List<City> halves = new ArrayList<>(writes.add(many.subList(0, 600), ada.id(), AT));
            halves.addAll(writes.add(many.subList(600, 1_203), ada.id(), AT));
            return halves;
        });
        assertThat(added).extracting(City::details).isEqualTo(many);
        assertThat(added).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThat(added)
                .allSatisfy(
                        city -> assertThat(city).isEqualTo(new City(city.id(), city.details(), ada.id(), AT, AT, 1)));
        List<City> stored = all();
        assertThat(stored.subList(isEmpty ? 0 : 1, stored.size())).isEqualTo(added);
        assertThat(found("city 1202")).containsExactly(added.get(1_202));
        City next = add(named("After"));
        assertThat(next.id()).isGreaterThan(added.get(1_202).id());
        assertThat(found("after")).containsExactly(next);
    }

    @Test
    void everyFieldComesBackAsItWent() {
        List<CityDetails> many = List.of(complete(), named("Paris\\N \"'|"), withOtherNames("a\\tb", List.of("c,d")));
        List<City> added = together(writes -> writes.add(many, null, AT));
        assertThat(added).isEqualTo(all());
        assertThat(all()).extracting(City::details).isEqualTo(many);
    }

    @Test
    void noneOfManyIsNone() {
        List<City> none = together(writes -> writes.add(List.of(), null, AT));
        assertThat(none).isEmpty();
        assertThat(ports.cities().isEmpty()).isTrue();
        assertThat(ports.many().find(List.of())).isEmpty();
        assertThat(ports.many().withGeonameIds(List.of())).isEmpty();
    }

    @Test
    void manyCitiesCannotShareAGeonameId() {
        add(withGeonameId("Before", 9));
        for (List<CityDetails> twins : List.of(
                List.of(withGeonameId("A", 7), named("B"), withGeonameId("C", 7)),
                List.of(named("B"), withGeonameId("C", 9)))) {
            assertThatThrownBy(() -> together(writes -> writes.add(twins, null, AT)))
                    .isInstanceOfSatisfying(
                            Rejection.Taken.class,
                            taken -> assertThat(taken.value())
                                    .isEqualTo(String.valueOf(twins.get(twins.size() - 1)
                                            .geonameId()
                                            .value())));
            assertThat(all()).hasSize(1);
        }
    }

    @Test
    void manyAreFoundByIdAndByGeonameId() {
        City paris = add(withGeonameId("Paris", 7));
        City lyon = add(named("Lyon"));
        add(named("Nice"));
        CityId none = new CityId(Long.MAX_VALUE);
        assertThat(ports.many().find(List.of(paris.id(), lyon.id(), none)))
                .isEqualTo(Map.of(paris.id(), paris, lyon.id(), lyon));
        assertThat(ports.many().withGeonameIds(List.of(new GeonameId(7), new GeonameId(8))))
                .isEqualTo(Map.of(new GeonameId(7), paris));
    }

    @Test
    void manyAreReplacedAndFoundByTheirNewNamesAlone() {
        List<City> before = Stream.of("Alpha", "Beta", "Gamma", "Delta")
                .map(name -> add(named(name)))
                .toList();
        List<Replacement> replacements = new ArrayList<>();
        for (City city : before.subList(0, 3)) {
            replacements.add(new Replacement(
                    city, city.with(named("New " + city.details().name().value()), LATER)));
        }
        together(writes -> {
            writes.replace(replacements.subList(0, 2));
            writes.replace(replacements.subList(2, 3));
            return writes.add(List.of(named("Epsilon")), null, LATER);
        });
        assertThat(all().subList(0, 4))
                .containsExactly(
                        replacements.get(0).next(),
                        replacements.get(1).next(),
                        replacements.get(2).next(),
                        before.get(3));
        assertThat(found("new gamma")).containsExactly(replacements.get(2).next());
        assertThat(found("gamma"))
                .as("by a word of the new name")
                .containsExactly(replacements.get(2).next());
        assertThat(found("delta")).containsExactly(before.get(3));
        assertThat(found("epsilon")).hasSize(1);
    }

    @Test
    void aNumberPassesFromOneCityToTheNext() {
        City first = add(withGeonameId("First", 7));
        City second = add(named("Second"));
        City freed = first.with(named("First"), LATER);
        City holder = second.with(withGeonameId("Second", 7), LATER);
        together(writes -> {
            writes.replace(List.of(new Replacement(first, freed), new Replacement(second, holder)));
            return true;
        });
        assertThat(all()).containsExactly(freed, holder);
        assertThatThrownBy(() -> together(writes -> {
                    writes.replace(List.of(new Replacement(freed, freed.with(withGeonameId("First", 7), LATER))));
                    return true;
                }))
                .isInstanceOf(Rejection.Taken.class);
    }

    @Test
    void manyAreDeletedAndFoundNoMore() {
        City paris = add(named("Paris"));
        City lyon = add(named("Lyon"));
        City nice = add(named("Nice"));
        together(writes -> {
            writes.delete(List.of(paris, nice));
            return true;
        });
        assertThat(all()).containsExactly(lyon);
        assertThat(found("paris")).isEmpty();
        assertThat(found("lyon")).containsExactly(lyon);
    }

    @Test
    void whatIsNotAsGivenIsLeft() {
        City old = add(named("Paris"));
        City present = old.with(named("Paname"), LATER);
        together(writes -> {
            writes.replace(List.of(new Replacement(old, present)));
            return true;
        });
        assertThatThrownBy(() -> together(writes -> {
                    writes.replace(List.of(new Replacement(old, old.with(named("Lutetia"), LATER))));
                    return true;
                }))
                .isInstanceOf(Rejection.Stale.class);
        assertThatThrownBy(() -> together(writes -> {
                    writes.delete(List.of(old));
                    return true;
                }))
                .isInstanceOf(Rejection.Stale.class);
        assertThat(all()).containsExactly(present);
    }

    @Test
    void ofSeveralItIsToldWhichIsRefused() {
        City numbered = add(withGeonameId("First", 7));
        City second = add(named("Second"));
        City third = add(named("Third"));
        Replacement plain = new Replacement(second, second.with(named("New Second"), LATER));
        Replacement same = new Replacement(third, third.with(withGeonameId("Third", 7), LATER));
        Replacement renamed = new Replacement(numbered, numbered.with(withGeonameId("New First", 7), LATER));
        assertThatThrownBy(() -> together(writes -> {
                    writes.replace(List.of(plain, same, renamed));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Rejection.Taken.class,
                        taken -> assertThat(taken.value()).isEqualTo("7"));
        City stale = plain.next();
        assertThatThrownBy(() -> together(writes -> {
                    writes.replace(List.of(renamed, new Replacement(stale, stale.with(named("Late"), LATER))));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Rejection.Stale.class,
                        refused -> assertThat(refused.current()).isEqualTo(second));
        assertThat(all()).containsExactly(numbered, second, third);
    }

    @Test
    void aFailureTakesAllBack() {
        City paris = add(named("Paris"));
        assertThatThrownBy(() -> together(writes -> {
                    writes.add(List.of(named("Lyon")), null, AT);
                    writes.delete(List.of(paris));
                    throw new IllegalStateException("broken here");
                }))
                .hasMessage("broken here");
        assertThat(all()).containsExactly(paris);
        assertThat(found("lyon")).isEmpty();
        assertThat(found("paris")).containsExactly(paris);
    }

    @Test
    void writesTellWhetherTheyBeganWithNothing() {
        List<Boolean> told = together(writes -> {
            boolean before = writes.beganEmpty();
            writes.add(List.of(named("Lyon")), null, AT);
            return List.of(before, writes.beganEmpty());
        });
        assertThat(told).containsExactly(true, true);
        assertThat(this.<Boolean>together(ManyCities.Writes::beganEmpty)).isFalse();
    }

    @Test
    void manyWritesNeedAUnitOfWorkThatWrites() {
        assertThatThrownBy(() -> ports.addAll(List.of(named("Paris")), AT)).isInstanceOf(IllegalStateException.class);
    }

    private City add(CityDetails details) {
        return ports.work().write(() -> ports.cities().add(details, null, AT));
    }

    private <T> T together(Function<ManyCities.Writes, T> writing) {
        return ports.work().write(() -> ports.many().together(writing));
    }

    private List<City> all() {
        return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(2_000));
    }

    private List<City> found(String text) {
        CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
        return ports.search().find(query, Scroll.first(10)).stream()
                .map(Hit::city)
                .toList();
    }
}
