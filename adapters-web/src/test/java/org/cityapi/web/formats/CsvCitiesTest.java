package org.cityapi.web.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.AdminCode;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.search.Hit;
import org.junit.jupiter.api.Test;

class CsvCitiesTest {

    private static final Instant TIME = Instant.parse("2026-11-24T10:50:59.775Z");

    private final CsvCities csv = new CsvCities();

    private String lines(City... cities) {
        return new String(
                csv.cities(List.of(cities).stream()
                        .map(city -> new Hit(city, null, null, CitySort.BY_ID.positionOf(city)))
                        .toList()),
                UTF_8);
    }

    private static City city(String name, Coordinates place, String adminCode, String... names) {
        return new City(
                new CityId(7),
                new CityDetails(
                        new CityName(name),
                        new CountryCode("FR"),
                        new Population(12),
                        place,
                        adminCode == null ? null : new AdminCode(adminCode),
                        place == null ? null : new TimeZoneId("Europe/Paris"),
                        place == null ? null : new GeonameId(2_988_507),
                        List.of(names).stream().map(CityName::new).toList()),
                null,
                TIME,
                TIME.plusMillis(225),
                3);
    }

    private static Coordinates at(String latitude, String longitude) {
        return Coordinates.ofDegrees(new BigDecimal(latitude), new BigDecimal(longitude));
    }

    @Test
    void theFirstLineNamesTheColumns() {
        assertThat(new String(csv.beginning(), UTF_8))
                .isEqualTo("id,name,countryCode,population,latitude,longitude,adminCode,timezone,geonameId,otherNames,"
                        + "createdAt,updatedAt,version\r\n");
        assertThat(csv.end()).isEmpty();
    }

    @Test
    void whatIsKnownStandsInItsCell() {
        assertThat(lines(city("Paris", at("48.85341", "-73.5"), "05", "Lutetia", "巴黎")))
                .isEqualTo("7,Paris,FR,12,48.85341,-73.5,05,Europe/Paris,2988507,Lutetia|巴黎,"
                        + "2026-11-24T10:50:59.775Z,2026-11-24T10:51:00Z,3\r\n");
    }

    @Test
    void whatIsUnknownIsAnEmptyCell() {
        assertThat(lines(city("Paris", null, null)))
                .isEqualTo("7,Paris,FR,12,,,,,,,2026-11-24T10:50:59.775Z,2026-11-24T10:51:00Z,3\r\n");
    }

    @Test
    void commasAndQuotesAreQuoted() {
        assertThat(lines(city("Washington, \"D.C.\"", null, null, "a,b", "c|d")))
                .contains(",\"Washington, \"\"D.C.\"\"\",", ",\"a,b|c\\|d\",");
    }

    @Test
    void noSpreadsheetRunsACell() {
        assertThat(lines(city("=1+1", null, "-5", "@a", "+b"))).contains(",'=1+1,FR,12,,,'-5,,,'@a|+b,");
        assertThat(lines(city("'=1", null, "+"))).contains(",''=1,FR,12,,,'+,,,,");
    }

    @Test
    void eachCityHasALine() {
        assertThat(lines(city("A", null, null), city("B", null, null)).split("\r\n"))
                .hasSize(2);
    }
}
