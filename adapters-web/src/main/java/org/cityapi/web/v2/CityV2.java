package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.country.Countries;
import org.jspecify.annotations.Nullable;

/**
 * A city as version 2 sends it.
 *
 * @param country the country's name in the reader's language
 * @param latitude WGS 84 degrees; null when unknown, and {@code longitude} with it
 * @param otherNames absent in lists
 * @param createdBy a user's id; null for data loaded at first start
 * @param createdAt RFC 3339, UTC
 * @param updatedAt RFC 3339, UTC
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CityV2(
        long id,
        String name,
        String countryCode,
        String country,
        long population,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String adminCode,
        @Nullable String timezone,
        @Nullable Long geonameId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> otherNames,
        @Nullable String createdBy,
        String createdAt,
        String updatedAt,
        long version) {

    /** A city on its own, with its other names. */
    public static CityV2 of(City city, Locale language) {
        return of(
                city,
                language,
                city.details().otherNames().stream().map(CityName::value).toList());
    }

    /** A city in a list. */
    static CityV2 listed(City city, Locale language) {
        return of(city, language, null);
    }

    private static CityV2 of(City city, Locale language, @Nullable List<String> otherNames) {
        CityDetails details = city.details();
        Coordinates at = details.coordinates();
        return new CityV2(
                city.id().value(),
                details.name().value(),
                details.country().value(),
                Countries.catalogue().of(details.country()).name(language),
                details.population().value(),
                at == null ? null : at.latitude(),
                at == null ? null : at.longitude(),
                details.adminCode() == null ? null : details.adminCode().value(),
                details.timezone() == null ? null : details.timezone().value(),
                details.geonameId() == null ? null : details.geonameId().value(),
                otherNames,
                city.createdBy() == null ? null : city.createdBy().value(),
                city.createdAt().toString(),
                city.updatedAt().toString(),
                city.version());
    }
}
