package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.inDivision;
import static org.cityapi.domain.city.CitySamples.inZone;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;
import static org.cityapi.domain.city.CitySamples.withOtherNames;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That cities come back as they went, one or many; part of {@link CityRepositoryContract}. */
public abstract class CityKeepingContract extends CityListingContract {

    @Test
    void whatIsAtHandIsWhatIsThere() {
        City city = add(complete());
        assertThat(cities.find(city.id())).contains(city);
        assertThat(cities.atHand(city.id()).orElse(city)).isEqualTo(city);
        delete(city);
        assertThat(cities.atHand(city.id())).isEmpty();
    }

    @Test
    void aCityKnowsItsMaker() {
        User ada = User.first(new Identity("https://issuer.example", "ada", "Ada", null));
        City city = write(() -> {
            ports.users().save(ada);
            return cities.add(complete(), ada.id(), AT);
        });
        assertThat(city.createdBy()).isEqualTo(ada.id());
        assertThat(cities.find(city.id())).contains(city);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "2000-02-29T12:30:00.001Z"})
    void timesAreKeptToTheMillisecond(String time) {
        Instant at = Instant.parse(time);
        City city = write(() -> cities.add(named("Paris"), null, at));
        assertThat(city.createdAt()).isEqualTo(at);
        assertThat(cities.find(city.id())).contains(city);
    }

    @ParameterizedTest
    @MethodSource("everySortOfDetails")
    void detailsComeBackAsTheyWent(CityDetails details) {
        City city = add(details);
        assertThat(cities.find(city.id()).orElseThrow().details()).isEqualTo(details);
        assertThat(cities.list(CityFilter.ALL, CitySort.DEFAULT, Scroll.first(1)))
                .containsExactly(city);
    }

    static Stream<CityDetails> everySortOfDetails() {
        return Stream.of(
                        Stream.of(
                                complete(),
                                named("Paris"),
                                inDivision("05"),
                                inZone("America/Argentina/Buenos_Aires"),
                                withGeonameId("Paris", Long.MAX_VALUE),
                                CitySamples.city("Paris", "FR", 0),
                                CitySamples.city("Paris", "XK", Population.MAX)),
                        Stream.of(
                                        new Coordinates(0, 0),
                                        new Coordinates(90_000_000, 180_000_000),
                                        new Coordinates(-90_000_000, -180_000_000),
                                        new Coordinates(1, -1),
                                        new Coordinates(48_853_409, 2_348_801))
                                .map(CitySamples::at),
                        oddNames().map(CitySamples::named),
                        Stream.of(
                                withOtherNames("Paris", oddNames().toList()),
                                withOtherNames("Paris", manyNames()),
                                withOtherNames("Paris", List.of("Paris", "paris", "b", "a"))))
                .flatMap(each -> each);
    }

    private static Stream<String> oddNames() {
        return Stream.of(
                "'; DROP TABLE cities; --",
                "\"quoted\"",
                "100% _under_ \\back\\slash",
                "a|b,c;d{e}[f]:g?h$1",
                "null",
                "05",
                "L’Aquila",
                "I\u0307stanbul".replace("I\u0307", "\u0130"),
                "ทุ่งสง",
                "ירושלים",
                "القاهرة \u200E(x)",
                "q\u0323\u0307",
                "\uD83C\uDFF4\u200D\u2620\uFE0F",
                "\uDBFF\uDFFD",
                "\uFFFDx",
                "\uD83D\uDE00".repeat(CityName.MAX_LENGTH),
                "漢".repeat(CityName.MAX_LENGTH));
    }

    private static List<String> manyNames() {
        return IntStream.range(0, CityDetails.MAX_OTHER_NAMES)
                .mapToObj(i -> "Name " + (i * 7_919) % 1_000_003)
                .toList();
    }
}
