package org.cityapi.persistence;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.cityapi.domain.city.AdminCode;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.jspecify.annotations.Nullable;

/** A city's details as columns hold them, in JSON. */
@Serdeable
record StoredDetails(
        String name,
        String countryCode,
        long population,
        @Nullable Integer latitudeE6,
        @Nullable Integer longitudeE6,
        @Nullable String adminCode,
        @Nullable String timezone,
        @Nullable Long geonameId,
        @Nullable List<String> otherNames) {

    static StoredDetails of(CityDetails details) {
        Coordinates at = details.coordinates();
        AdminCode adminCode = details.adminCode();
        TimeZoneId timezone = details.timezone();
        GeonameId geonameId = details.geonameId();
        return new StoredDetails(
                details.name().value(),
                details.country().value(),
                details.population().value(),
                at == null ? null : at.latitudeE6(),
                at == null ? null : at.longitudeE6(),
                adminCode == null ? null : adminCode.value(),
                timezone == null ? null : timezone.value(),
                geonameId == null ? null : geonameId.value(),
                details.otherNames().stream().map(CityName::value).toList());
    }

    CityDetails details() {
        return new CityDetails(
                new CityName(name),
                new CountryCode(countryCode),
                new Population(population),
                latitudeE6 == null || longitudeE6 == null ? null : new Coordinates(latitudeE6, longitudeE6),
                adminCode == null ? null : new AdminCode(adminCode),
                timezone == null ? null : new TimeZoneId(timezone),
                geonameId == null ? null : new GeonameId(geonameId),
                otherNames == null
                        ? List.of()
                        : otherNames.stream().map(CityName::new).toList());
    }
}
