package org.cityapi.domain.city;

import java.util.List;
import org.cityapi.domain.country.CountryCode;

/** Details of cities to test with. */
public final class CitySamples {

    private CitySamples() {}

    /** Only what every city must have. */
    public static CityDetails city(String name, String country, long population) {
        return new CityDetails(
                new CityName(name),
                new CountryCode(country),
                new Population(population),
                null,
                null,
                null,
                null,
                List.of());
    }

    public static CityDetails named(String name) {
        return city(name, "FR", 1_000);
    }

    /** Copenhagen, with every field there is. */
    public static CityDetails complete() {
        return new CityDetails(
                new CityName("København"),
                new CountryCode("DK"),
                new Population(1_153_615),
                new Coordinates(55_675_940, 12_565_530),
                new AdminCode("17"),
                new TimeZoneId("Europe/Copenhagen"),
                new GeonameId(2_618_425),
                List.of(new CityName("Copenhagen"), new CityName("Copenhague"), new CityName("コペンハーゲン")));
    }

    public static CityDetails at(Coordinates coordinates) {
        CityDetails plain = named("Somewhere");
        return new CityDetails(
                plain.name(), plain.country(), plain.population(), coordinates, null, null, null, List.of());
    }

    public static CityDetails inDivision(String adminCode) {
        CityDetails plain = named("Somewhere");
        return new CityDetails(
                plain.name(),
                plain.country(),
                plain.population(),
                null,
                new AdminCode(adminCode),
                null,
                null,
                List.of());
    }

    public static CityDetails inZone(String timezone) {
        CityDetails plain = named("Somewhere");
        return new CityDetails(
                plain.name(),
                plain.country(),
                plain.population(),
                null,
                null,
                new TimeZoneId(timezone),
                null,
                List.of());
    }

    public static CityDetails withGeonameId(String name, long geonameId) {
        CityDetails plain = named(name);
        return new CityDetails(
                plain.name(),
                plain.country(),
                plain.population(),
                null,
                null,
                null,
                new GeonameId(geonameId),
                List.of());
    }

    public static CityDetails withOtherNames(String name, List<String> otherNames) {
        CityDetails plain = named(name);
        List<CityName> others = otherNames.stream().map(CityName::new).toList();
        return new CityDetails(plain.name(), plain.country(), plain.population(), null, null, null, null, others);
    }
}
