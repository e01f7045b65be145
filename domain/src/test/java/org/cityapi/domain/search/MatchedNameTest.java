package org.cityapi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CitySamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a city's names is told. */
class MatchedNameTest {

    private static Match match(String typed, String name, String... others) {
        City city = new City(
                new CityId(1),
                CitySamples.withOtherNames(name, List.of(others)),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
        return new CityQuery(CityFilter.ALL, SearchText.of(typed), null, null)
                .hit(city)
                .orElseThrow()
                .match();
    }

    @ParameterizedTest
    @CsvSource({
        "København, København",
        "københavn, København",
        "KØBENHAVN, København",
        "Kobenhavn, Kobenhavn",
        "kobenhavn, Kobenhavn",
        "købenHavn, købenHavn",
        "København., KØBENHAVN.",
        "Köbenhavn, Kobenhavn",
        "Københ, Kobenhavn",
        "Byen, Byen København",
    })
    void ofNamesThatEqualTheTextItIsTheOneThatIsSpelledLikeIt(String typed, String told) {
        Match match = match(typed, "Copenhagen", "Kobenhavn", "KØBENHAVN.", "København", "købenHavn", "Byen København");
        assertThat(match.name().value()).isEqualTo(told);
        assertThat(match.rank()).isEqualTo(match.kind() == MatchKind.EXACT ? Match.NEAR : Match.OTHER);
    }

    @Test
    void theMainNameIsToldWhereItEqualsTheText() {
        assertThat(match("london", "London", "london"))
                .isEqualTo(new Match(new CityName("London"), MatchKind.EXACT, Match.SAME));
        assertThat(match("Sao Paulo", "São Paulo", "Sao Paulo"))
                .isEqualTo(new Match(new CityName("São Paulo"), MatchKind.EXACT, Match.SAME));
        assertThat(match("ha", "Hà Nội", "Ha Noi", "Ha"))
                .isEqualTo(new Match(new CityName("Ha"), MatchKind.EXACT, Match.NEAR));
    }

    @ParameterizedTest
    @CsvSource({
        "Sankt Moritz, EXACT, 2",
        "Sint Moritz, EXACT, 2",
        "Sankt M, PREFIX, 3",
        "Sank, PREFIX, 3",
        "Sin, PREFIX, 3",
        "Moritz Sint, WORD, 3",
        "St Moritz, EXACT, 1",
        "Saint Moritz, EXACT, 1",
        "Sai, PREFIX, 2",
    })
    void saintsThatAreShortenedAreFoundInGermanAndDutchBehindThoseWrittenSo(String typed, MatchKind kind, int rank) {
        assertThat(match(typed, "St. Moritz")).isEqualTo(new Match(new CityName("St. Moritz"), kind, rank));
    }

    @Test
    void whoTypesSmallLettersIsToldTheNameAndNoTranscription() {
        assertThat(match("saigon", "Ho Chi Minh City", "saigon", "Saigon", "SAIGON")
                        .name()
                        .value())
                .isEqualTo("Saigon");
        assertThat(match("saigon", "Ho Chi Minh City", "saigon").name().value()).isEqualTo("saigon");
    }

    @Test
    void aTextThatIsCodedInAnotherWayIsSpelledAlike() {
        assertThat(match("Ha\u0300 No\u0323\u0302i", "Hanoi", "Ha Noi", "Hà Nội")
                        .name()
                        .value())
                .isEqualTo("Hà Nội");
    }

    @Test
    void aNameThatIsSpelledLikeTheTextButDoesNotEqualItIsNotTold() {
        assertThat(match("St.Gall'A", "Gallus", "St Gall'A", "St.Gall'A").name().value())
                .isEqualTo("St Gall'A");
    }
}
