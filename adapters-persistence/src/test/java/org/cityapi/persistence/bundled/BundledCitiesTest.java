package org.cityapi.persistence.bundled;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.rejection.Violations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BundledCitiesTest {

    private static final long PARIS = 2_988_507;
    private static final long JERUSALEM = 281_184;
    private static final Set<String> SECTIONS_AND_PLACES_THAT_ARE_NO_MORE =
            Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH");

    private static final List<CityDetails> ALL = new ArrayList<>();
    private static final Map<Long, CityDetails> BY_GEONAME_ID = new TreeMap<>();

    @BeforeAll
    static void read() {
        BundledCities.CITIES_1000.open().forEachRemaining(ALL::add);
        ALL.forEach(city -> BY_GEONAME_ID.put(geonameId(city), city));
    }

    @Test
    void thereAreAsManyAsIsSaid() {
        assertThat(BundledCities.CITIES_1000.size()).isEqualTo(135_571);
        assertThat(ALL).hasSize(135_571);
        List<CityDetails> large = new ArrayList<>();
        BundledCities.CITIES_15000.open().forEachRemaining(large::add);
        assertThat(large).hasSize(25_212).hasSize(BundledCities.CITIES_15000.size());
        assertThat(ALL).containsAll(large.subList(0, 100));
    }

    @Test
    void eachHasAGeonameIdOfItsOwn() {
        assertThat(BY_GEONAME_ID).hasSize(ALL.size());
    }

    /** As if somebody had typed it: the country and the time zone are known, the names are clean. */
    @Test
    void eachCouldHaveBeenWrittenByAClient() {
        for (CityDetails city : ALL) {
            assertThat(CityDraft.of(city).check(new Violations())).isEqualTo(city);
        }
    }

    @Test
    void theLargestComesFirstThenTheNameDecidesThenTheGeonameId() {
        Comparator<CityDetails> order = comparing(
                        (CityDetails city) -> -city.population().value())
                .thenComparing(city -> city.name().value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
                .thenComparing(BundledCitiesTest::geonameId);
        assertThat(ALL).isSortedAccordingTo(order);
        assertThat(ALL.get(0).name()).isEqualTo(new CityName("Shanghai"));
    }

    @Test
    void parisHasItsPopulationAndItsNames() {
        CityDetails paris = BY_GEONAME_ID.get(PARIS);
        assertThat(paris.name()).isEqualTo(new CityName("Paris"));
        assertThat(paris.country().value()).isEqualTo("FR");
        assertThat(paris.population().value()).isEqualTo(2_138_551);
        assertThat(paris.otherNames()).contains(new CityName("Parijs"), new CityName("Париж"));
    }

    @Test
    void jerusalemHasAsManyNamesAsACityMayHave() {
        assertThat(BY_GEONAME_ID.get(JERUSALEM).otherNames())
                .hasSize(CityDetails.MAX_OTHER_NAMES)
                .extracting(CityName::value)
                .contains("Ιερουσαλήμ", "იერუსალიმი", "القدس الشريف", "ירושלים", "Yerushalayim", "El Quds esh Sherif")
                .doesNotContain("awrshlym alqds");
        assertThat(ALL.stream().filter(city -> city.otherNames().size() == CityDetails.MAX_OTHER_NAMES))
                .hasSize(1);
    }

    @Test
    void sectionsOfCitiesAndPlacesThatAreNoMoreAreLeftOutAndNothingElse() throws IOException {
        Set<Long> kept = new HashSet<>();
        Set<Long> leftOut = new HashSet<>();
        try (InputStream packed = BundledCities.class.getResourceAsStream("cities1000.csv.gz")) {
            var reader = new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8);
            CsvReader.builder().ofNamedCsvRecord(reader).forEach(record -> {
                boolean out = SECTIONS_AND_PLACES_THAT_ARE_NO_MORE.contains(record.getField("feature_code"));
                (out ? leftOut : kept).add(Long.valueOf(record.getField("geonames_id")));
            });
        }
        assertThat(BY_GEONAME_ID.keySet()).isEqualTo(kept);
        assertThat(leftOut).hasSize(141_060 - 135_571);
    }

    @Test
    void whereTheyAreFromIsAListInNoLanguage() {
        assertThat(BundledCities.origin()).matches("\\S+ [0-9.]+ \\([^)]+\\), \\S+ [0-9.]+ \\([^)]+\\)");
    }

    private static long geonameId(CityDetails city) {
        return city.geonameId() == null ? 0 : city.geonameId().value();
    }
}
