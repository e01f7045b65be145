package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.city.CitySamples.city;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withOtherNames;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.text.SearchKey;
import org.cityapi.domain.text.SortKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityValuesTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final City PARIS = new City(new CityId(7), named("Paris"), null, AT, AT, 3);

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void idsArePositive(long value) {
        assertThatThrownBy(() -> new CityId(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GeonameId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAreInTheOrderOfTheirNumbers() {
        assertThat(new CityId(9)).isLessThan(new CityId(10)).isGreaterThan(new CityId(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void aStretchHasNoNegativeLength(int max) {
        assertThatThrownBy(() -> Scroll.first(max)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Scroll.first(0).max()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 100_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
    void aPopulationIsFromNoneToAHundredMillion(long value) {
        assertThatThrownBy(() -> new Population(value)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Population(0).value()).isZero();
        assertThat(new Population(Population.MAX).value()).isEqualTo(100_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Paris", "Paris\u00A0", "e\u0301", "a\nb", "\u200B"})
    void aNameThatIsNotNormalizedOrAtFaultCannotBeMade(String value) {
        assertThatThrownBy(() -> new CityName(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTimeZonesAreTheSameOnEveryJava() {
        for (String missingOnSome : List.of("EST", "MST", "HST", "America/Coyhaique")) {
            assertThat(TimeZoneId.isKnown(missingOnSome)).as(missingOnSome).isTrue();
        }
        for (String none : List.of("SystemV/AST4", "Factory", "", "# The names", "CTT")) {
            assertThat(TimeZoneId.isKnown(none)).as(none).isFalse();
        }
        for (String usual : List.of("Europe/Paris", "Asia/Kolkata", "America/Argentina/Ushuaia", "Etc/GMT-14", "UTC")) {
            assertThat(TimeZoneId.isKnown(usual)).as(usual).isTrue();
        }
    }

    @Test
    void aTimeZoneThatThisJavaDoesNotKnowStaysReadable() {
        assertThat(TimeZoneId.isKnown("Mars/Olympus_Mons")).isFalse();
        assertThat(new TimeZoneId("Mars/Olympus_Mons").value()).isEqualTo("Mars/Olympus_Mons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Europe/Paris ", "Europe/Paris\n", "Zürich", "a;b"})
    void whatNoTimeZoneCouldBeCalledIsNoTimeZone(String value) {
        assertThatThrownBy(() -> new TimeZoneId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherNamesAreKeptEachOnceInTheirOrder() {
        assertThat(withOtherNames("Paris", List.of("b", "a", "b")).otherNames())
                .containsExactly(new CityName("b"), new CityName("a"));
    }

    @Test
    void moreThan200OtherNamesCannotBeKept() {
        List<String> names = IntStream.range(0, 201).mapToObj(i -> "Name " + i).toList();
        assertThat(withOtherNames("Paris", names.subList(0, 200)).otherNames()).hasSize(200);
        assertThatThrownBy(() -> withOtherNames("Paris", names)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCityIsSearchedByAllItsNamesTheMainOneFirst() {
        assertThat(withOtherNames("Łódź", List.of("LODZ", "Lodsch", "🏙", "Лодзь"))
                        .nameKeys())
                .containsExactly(
                        new NameKey(new SearchKey("lodz"), true),
                        new NameKey(new SearchKey("lodsch"), false),
                        new NameKey(SearchKey.of("Лодзь"), false));
        assertThat(named("🏙").nameKeys()).isEmpty();
    }

    @Test
    void theNextVersionOfACityCountsOnAndKeepsItsMakingAndItsMaker() {
        City next = PARIS.with(complete(), AT.plusSeconds(1));
        assertThat(next).isEqualTo(new City(PARIS.id(), complete(), null, AT, AT.plusSeconds(1), 4));
    }

    @ParameterizedTest
    @EnumSource(SortField.class)
    void aSortFieldIsFoundByItsLabelAndItsKeysAreOfItsType(SortField field) {
        assertThat(SortField.labelled(field.label())).contains(field);
        assertThat(SortField.labelled(field.label().toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(field.keyOf(PARIS)).isInstanceOf(field.keyType());
    }

    @Test
    void aPositionIsTheKeyAndTheId() {
        assertThat(new CitySort(SortField.NAME, true).positionOf(PARIS))
                .isEqualTo(new Position(SortKey.of("Paris"), PARIS.id()));
        assertThat(new CitySort(SortField.UPDATED_AT, false).positionOf(PARIS))
                .isEqualTo(new Position(AT.toEpochMilli(), PARIS.id()));
    }

    @Test
    void aFilterLetsPassWhatSatisfiesEveryPart() {
        CityFilter filter = new CityFilter(Set.of(new CountryCode("FR"), new CountryCode("DK")), 10L, 20L);
        assertThat(filter.passes(city("A", "FR", 10))).isTrue();
        assertThat(filter.passes(city("A", "DK", 20))).isTrue();
        assertThat(filter.passes(city("A", "DE", 15))).isFalse();
        assertThat(filter.passes(city("A", "FR", 9))).isFalse();
        assertThat(filter.passes(city("A", "FR", 21))).isFalse();
        assertThat(CityFilter.ALL.passes(city("A", "XK", 0))).isTrue();
    }

    private static BoundingBox box(int west, int south, int east, int north) {
        return new BoundingBox(
                new Coordinates(south * 1_000_000, west * 1_000_000),
                new Coordinates(north * 1_000_000, east * 1_000_000));
    }

    @Test
    void whatTwoBoxesHaveInCommonIsMadeOfBoxes() {
        BoundingBox pacific = box(170, -20, -170, 20);
        assertThat(box(0, 0, 10, 10).common(box(5, 5, 20, 20))).containsExactly(box(5, 5, 10, 10));
        assertThat(box(0, 0, 10, 10).common(box(11, 0, 20, 10))).isEmpty();
        assertThat(box(0, 0, 10, 10).common(box(0, 11, 10, 20))).isEmpty();
        assertThat(pacific.common(box(160, 0, 175, 10))).containsExactly(box(170, 0, 175, 10));
        assertThat(pacific.common(pacific))
                .containsExactly(
                        box(170, -20, 180, 20),
                        new BoundingBox(
                                new Coordinates(-20_000_000, -179_999_999), new Coordinates(20_000_000, -170_000_000)));
        assertThat(pacific.common(BoundingBox.WORLD)).hasSize(2);
    }

    @Test
    void aWriteThatMeansAnotherVersionIsStale() {
        new ExpectedVersion.OneOf(Set.of(2L, 3L)).check(PARIS);
        new ExpectedVersion.Any().check(PARIS);
        for (Set<Long> others : List.of(Set.of(2L, 4L), Set.<Long>of())) {
            assertThatThrownBy(() -> new ExpectedVersion.OneOf(others).check(PARIS))
                    .isInstanceOfSatisfying(
                            Rejection.Stale.class,
                            stale -> assertThat(stale.current()).isEqualTo(PARIS));
        }
    }

    @Test
    void aWriteThatDoesNotSayItsVersionIsAskedTo() {
        assertThatThrownBy(() -> new ExpectedVersion.Unsaid().check(PARIS))
                .isInstanceOf(Rejection.PreconditionRequired.class);
    }
}
