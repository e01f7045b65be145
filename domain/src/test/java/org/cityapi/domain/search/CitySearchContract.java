package org.cityapi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link CitySearch} promises: the answers that {@link CityQuery} defines, found however it likes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CitySearchContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");

    /** So many that no store gathers all of them. */
    private static final int CITIES = 3_500;

    private static final List<String> WORDS = List.of(
            "San",
            "Saint",
            "St.",
            "Ste",
            "de",
            "la",
            "Paris",
            "Pariz",
            "New",
            "York",
            "Newyork",
            "東京",
            "東京都",
            "Łódź",
            "Lodz",
            "Москва",
            "Моск",
            "المدينة",
            "København",
            "Santa",
            "Sankt",
            "Sint",
            "C.A.",
            "کراچی",
            "とうきょう",
            "Petersburg",
            "A",
            "L'Aquila",
            "Villeneuve",
            "Villanueva",
            "Étienne",
            "10",
            "부산",
            "광주",
            "ಮೈಸೂರು",
            "เเพร่",
            "แพร่",
            "龍ヶ崎",
            "龍ケ崎",
            "۲",
            "٢",
            "Өфө",
            "Уфа",
            "🏙");
    private static final List<String> TEXTS = List.of(
            "s",
            "sa",
            "san",
            "san p",
            "st",
            "saint",
            "st etienne",
            "st saint",
            "saint st",
            "sank",
            "sankt p",
            "sankt etienne",
            "sint la",
            "เเพร่",
            "แ",
            "龍ヶ",
            "龍ケ崎",
            "2",
            "c a",
            "كراچى",
            "トウ",
            "paris",
            "par",
            "parsi",
            "new york",
            "newyork",
            "newyrok",
            "東",
            "東京",
            "lodz",
            "моск",
            "мсква",
            "المد",
            "villenueve",
            "vilanueva",
            "petersbrug",
            "a",
            "l aquila",
            "la",
            "de la",
            "10",
            "ㅂ",
            "붓",
            "광주",
            "офо",
            "ಮೆ",
            "ಮೆ ಮೆ",
            "no such place",
            "!?",
            "*",
            "\"san\" OR \"paris\"",
            "xan");
    private static final List<String> TYPED = List.of(
            "parsi",
            "pariis",
            "aris",
            "newyrok",
            "new yorck",
            "nwe yrok",
            "ne wyork",
            "pa ris",
            "pa is",
            "newbyork",
            "nevbyork",
            "kobenh vn",
            "viln neuva",
            "villaxneuve",
            "saintxetienne",
            "мо ква",
            "とう ょう",
            "sankt etiene",
            "sanct paris",
            "villeneve la",
            "トキョウ",
            "villenueve",
            "villenu",
            "la vilelneu",
            "newyrko",
            "newyro",
            "parisi",
            "vileneve",
            "sant etienne",
            "petersbrug",
            "san petersbrug",
            "мсква",
            "東亰都府",
            "xan",
            "kobenhvan",
            "laquilla",
            "saintparis",
            "newyrok parsi sant",
            "san parsi yrok",
            "pariss yorkk santta",
            "paris yorck xyzzy",
            "santt sannt saant sanat sankkt",
            "부신",
            "ಮಸೂರು");
    private static final List<CountryCode> COUNTRIES =
            Stream.of("FR", "DK", "PL", "JP").map(CountryCode::new).toList();
    private static final List<Integer> EDGES = List.of(0, 90, 180, -90, -180, 179, -179, 89, -89, 45);

    private Ports ports;
    private List<City> all;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    private void fill() {
        if (all != null) {
            return;
        }
        ports = emptyStore();
        Random random = new Random(11);
        List<CityDetails> details =
                Stream.generate(() -> city(random)).limit(CITIES).toList();
        ports.work().write(() -> ports.addAll(details, AT));
        all = new ArrayList<>(ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(CITIES)));
        for (int i = 0; i < 60; i++) {
            edit(random, i % 3 == 0);
        }
    }

    /** What is written later is found as well, and what is taken away is not. */
    private void edit(Random random, boolean gone) {
        City city = all.remove(random.nextInt(all.size()));
        ports.work().write(() -> {
            if (gone) {
                ports.cities().delete(city);
                all.add(ports.cities().add(city(random), null, AT.plusSeconds(1)));
            } else {
                City next = city.with(city(random), AT.plusSeconds(2));
                ports.cities().replace(next);
                all.add(next);
            }
            return city;
        });
    }

    private static CityDetails city(Random random) {
        List<CityName> others =
                Stream.generate(() -> name(random)).limit(random.nextInt(4)).toList();
        return new CityDetails(
                name(random),
                any(random, COUNTRIES),
                new Population(random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(100_000)),
                random.nextInt(8) == 0 ? null : place(random),
                null,
                null,
                null,
                others);
    }

    private static CityName name(Random random) {
        StringBuilder name = new StringBuilder(any(random, WORDS));
        while (random.nextInt(2) == 0) {
            name.append(random.nextInt(3) == 0 ? "-" : " ").append(any(random, WORDS));
        }
        return new CityName(name.toString());
    }

    private static Coordinates place(Random random) {
        if (random.nextInt(10) == 0) {
            int latitude = any(random, EDGES);
            return Coordinates.ofDegrees(
                    BigDecimal.valueOf(Math.abs(latitude) > 90 ? 90 : latitude),
                    BigDecimal.valueOf(any(random, EDGES)));
        }
        return random.nextBoolean()
                ? new Coordinates(48_800_000 + random.nextInt(200_000), 2_200_000 + random.nextInt(300_000))
                : new Coordinates(random.nextInt(180_000_001) - 90_000_000, random.nextInt(360_000_001) - 180_000_000);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static CityQuery query(Random random) {
        SearchText text = random.nextInt(3) == 0 ? null : SearchText.of(any(random, TEXTS));
        Coordinates near = random.nextInt(2) == 0 ? null : place(random);
        Circle circle = near == null || random.nextInt(2) == 0
                ? null
                : new Circle(near, any(random, List.of(0.001, 5.0, 300.0, 5_000.0, 20_038.0)));
        CitySort sort = random.nextInt(2) == 0
                ? null
                : new CitySort(any(random, List.of(SortField.values())), random.nextBoolean());
        Set<CountryCode> countries = new HashSet<>();
        while (random.nextInt(3) == 0) {
            countries.add(any(random, COUNTRIES));
        }
        return new CityQuery(
                new CityFilter(
                        countries,
                        random.nextInt(5) == 0 ? (Long) (long) random.nextInt(100_000) : null,
                        random.nextInt(5) == 0 ? (Long) (long) random.nextInt(100_000) : null,
                        random.nextInt(3) == 0 ? box(random) : null,
                        circle,
                        random.nextInt(5) == 0),
                text,
                near,
                sort);
    }

    private static BoundingBox box(Random random) {
        Coordinates a = place(random);
        Coordinates b = place(random);
        return new BoundingBox(
                new Coordinates(Math.min(a.latitudeE6(), b.latitudeE6()), a.longitudeE6()),
                new Coordinates(Math.max(a.latitudeE6(), b.latitudeE6()), b.longitudeE6()));
    }

    private List<Hit> expected(CityQuery query) {
        return KnownMatches.hits(query, all)
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .toList();
    }

    static Stream<Integer> seeds() {
        return Stream.iterate(0, seed -> seed + 1).limit(150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyQueryIsAnsweredAsItIsDefined(int seed) {
        fill();
        CityQuery query = query(new Random(seed));
        List<Hit> expected = expected(query);
        assertThat(ports.search().find(query, Scroll.first(30)))
                .as("%s", query)
                .isEqualTo(expected.subList(0, Math.min(30, expected.size())));
        assertThat(ports.search().count(query)).as("%s", query).isEqualTo(expected.size());
        if (!expected.isEmpty()) {
            int middle = new Random(seed).nextInt(expected.size());
            Position from = expected.get(middle).position();
            assertThat(ports.search().find(query, Scroll.after(from, 7)))
                    .as("%s after %d", query, middle)
                    .isEqualTo(expected.subList(middle + 1, Math.min(middle + 8, expected.size())));
            List<Hit> behind = new ArrayList<>(expected.subList(Math.max(0, middle - 7), middle));
            java.util.Collections.reverse(behind);
            assertThat(ports.search().find(query, new Scroll(from, true, 7)))
                    .as("%s before %d", query, middle)
                    .isEqualTo(behind);
        }
        assertThat(ports.search().find(query, new Scroll(null, true, 3)))
                .as("%s from the end", query)
                .isEqualTo(lastThree(expected));
    }

    private static List<Hit> lastThree(List<Hit> expected) {
        List<Hit> last = new ArrayList<>(expected.subList(Math.max(0, expected.size() - 3), expected.size()));
        java.util.Collections.reverse(last);
        return last;
    }

    static List<String> typed() {
        return TYPED;
    }

    @ParameterizedTest
    @MethodSource("typed")
    void typingErrorsAreForgivenAsItIsDefined(String typed) {
        fill();
        for (CityFilter filter : List.of(
                CityFilter.ALL,
                new CityFilter(Set.of(COUNTRIES.get(0)), 10L, null),
                new CityFilter(
                        Set.of(), null, null, null, new Circle(new Coordinates(48_900_000, 2_300_000), 20), false),
                new CityFilter(Set.of(), null, null, null, null, true))) {
            for (Coordinates near : new Coordinates[] {null, new Coordinates(0, 180_000_000)}) {
                assertForgiven(new CityQuery(filter, SearchText.of(typed), near, null), near == null ? 40 : 3);
            }
        }
    }

    static Stream<Integer> fewerSeeds() {
        return seeds().limit(60);
    }

    @ParameterizedTest
    @MethodSource("fewerSeeds")
    void typingErrorsAreForgivenWithAnyFiltersAndInAnyOrder(int seed) {
        fill();
        Random random = new Random(seed);
        CityQuery rest = query(random);
        SearchText typed = SearchText.of(any(random, TYPED));
        assertForgiven(new CityQuery(rest.filter(), typed, rest.near(), rest.sort()), any(random, List.of(1, 3, 40)));
    }

    private void assertForgiven(CityQuery query, int max) {
        List<Hit> expected = KnownMatches.typos(query, all)
                .sorted(Comparator.comparing(Hit::position, query.order()))
                .toList();
        assertThat(ports.search().typos(query, max))
                .as("%s, %d", query, max)
                .isEqualTo(expected.subList(0, Math.min(max, expected.size())));
    }

    @Test
    void whoseWordsAreMeantComesBeforeLargerOnesThatOnlyBeginSo() {
        fill();
        List<City> added = ports.work()
                .write(() -> Stream.of(
                                CitySamples.city("Amsterdams Rotterdams", "FR", 9_000_000),
                                CitySamples.city("Amsterdams Rotterdams", "FR", 8_000_000),
                                CitySamples.city("Amsterdams Rotterdams", "FR", 7_000_000),
                                CitySamples.city("Old Amsterdam Rotterdam", "FR", 7))
                        .map(details -> ports.cities().add(details, null, AT))
                        .toList());
        try {
            CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of("amstredam rottredam"), null, null);
            assertThat(ports.search().typos(query, 1))
                    .isEqualTo(query.typo(added.get(3)).stream().toList());
            assertThat(ports.search().typos(query, 9)).hasSize(4);
        } finally {
            ports.work().write(() -> {
                added.forEach(ports.cities()::delete);
                return added;
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mos ow, Moscow",
        "hav na, Havana",
        "сам ра, Самара",
        "イスタンブ ル, イスタンブール",
        "elnpaso, El Paso",
        "losmangels, Los Angeles",
        "capevtwon, Cape Town",
        "mexicocciy, Mexico City",
    })
    void aBlankForALetterIsOneErrorAndALetterForABlankInMainAndOtherNames(String typed, String name) {
        fill();
        List<City> added = ports.work()
                .write(() -> Stream.of(CitySamples.named(name), CitySamples.withOtherNames("Uvwxyz", List.of(name)))
                        .map(details -> ports.cities().add(details, null, AT))
                        .toList());
        try {
            CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(typed), null, null);
            assertThat(ports.search().typos(query, 9))
                    .hasSize(2)
                    .allMatch(hit -> hit.match() != null
                            && hit.match().rank() == Match.TYPO
                            && hit.match().name().value().equals(name));
        } finally {
            ports.work().write(() -> {
                added.forEach(ports.cities()::delete);
                return added;
            });
        }
    }

    @Test
    void whateverIsChangedOfACityIsFoundAsItIsNow() {
        fill();
        CityDetails first = CitySamples.city("Xyzzyville", "FR", 7);
        City city = ports.work().write(() -> ports.cities().add(first, null, AT));
        List<CityDetails> changes = List.of(
                CitySamples.city("Xyzzyville", "DK", 7),
                CitySamples.city("Xyzzyville", "DK", 8),
                CitySamples.city("Xyzzyham", "DK", 8),
                CitySamples.withOtherNames("Xyzzyham", List.of("Xyzzybury")),
                CitySamples.named("Xyzzyham"));
        try {
            for (CityDetails details : changes) {
                City next = city.with(details, AT);
                ports.work().write(() -> {
                    ports.cities().replace(next);
                    return next;
                });
                city = next;
                for (String text : List.of("xyzzy", "xyzzyville", "xyzzyham", "xyzzybury", "xyzzyvile")) {
                    for (String country : List.of("FR", "DK")) {
                        CityFilter filter = new CityFilter(Set.of(new CountryCode(country)), 7L, 1_000L);
                        CityQuery query = new CityQuery(filter, SearchText.of(text), null, null);
                        assertThat(ports.search().find(query, Scroll.first(9)))
                                .as("%s in %s of %s", text, country, details)
                                .isEqualTo(query.hit(city).stream().toList());
                        assertThat(ports.search().typos(query, 9))
                                .isEqualTo(query.typo(city).stream().toList());
                    }
                }
            }
        } finally {
            City last = city;
            ports.work().write(() -> {
                ports.cities().delete(last);
                return last;
            });
        }
    }

    @Test
    void aCityWithAsManyKeysAsCanBeIsFoundByEachAndThenNoMore() {
        fill();
        List<String> others = Stream.iterate(0, i -> i + 1)
                .limit(CityDetails.MAX_OTHER_NAMES)
                .map(i -> "St Saint L'Uvw" + (1_000 + i))
                .toList();
        CityDetails details = CitySamples.withOtherNames("St Saint L'Uvwia", others);
        assertThat(details.nameKeys()).hasSize(CityDetails.MAX_NAME_KEYS);
        City city = ports.work().write(() -> ports.cities().add(details, null, AT));
        City next = ports.work().write(() -> ports.cities().add(CitySamples.named("Uvwville"), null, AT));
        try {
            int last = CityDetails.MAX_OTHER_NAMES - 1;
            for (int i : new int[] {0, 1, last / 2, last - 1, last}) {
                assertThat(found("uvw" + (1_000 + i))).containsExactly(city);
                assertThat(found("saint saint l uvw" + (1_000 + i))).containsExactly(city);
            }
            assertThat(found("uvwville")).containsExactly(next);
        } finally {
            ports.work().write(() -> {
                ports.cities().delete(city);
                return city;
            });
        }
        assertThat(found("uvw1199")).isEmpty();
        assertThat(found("uvw")).containsExactly(next);
        ports.work().write(() -> {
            ports.cities().delete(next);
            return next;
        });
    }

    private List<City> found(String text) {
        CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
        return ports.search().find(query, Scroll.first(9)).stream()
                .map(Hit::city)
                .toList();
    }

    @Test
    void theTextsOfThisTestFindSomethingInEveryRank() {
        fill();
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        Set<Integer> ranks = new HashSet<>();
        for (String text : TEXTS) {
            CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(text), null, null);
            Stream.concat(expected(query).stream(), ports.search().typos(query, 1).stream())
                    .map(Hit::match)
                    .forEach(match -> {
                        kinds.add(match.kind());
                        ranks.add(match.rank());
                    });
        }
        assertThat(kinds).containsExactlyInAnyOrder(MatchKind.values());
        assertThat(ranks).contains(1, 2, 3).containsAnyOf(4, 5);
    }
}
