package org.cityapi.web.v2;

import static io.swagger.v3.oas.annotations.media.Schema.AccessMode.READ_ONLY;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.search.Hit;
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
 * @param distanceKm to the place that was asked about, to the metre; absent where none was
 * @param match why it was found; absent where nothing was searched for
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CityV2(
        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED, example = "1")
        long id,

        @Schema(requiredMode = NOT_REQUIRED, minLength = 1, maxLength = CityName.MAX_LENGTH, example = "Paris")
        String name,

        @Schema(requiredMode = NOT_REQUIRED, pattern = "^[A-Za-z]{2}$", example = "FR")
        String countryCode,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED, example = "France")
        String country,

        @Schema(requiredMode = NOT_REQUIRED, minimum = "0", maximum = "100000000", example = "2148000")
        long population,

        @Schema(requiredMode = NOT_REQUIRED, minimum = "-90", maximum = "90", example = "48.85341") @Nullable
        BigDecimal latitude,

        @Schema(requiredMode = NOT_REQUIRED, minimum = "-180", maximum = "180", example = "2.3488") @Nullable
        BigDecimal longitude,

        @Schema(requiredMode = NOT_REQUIRED, maxLength = 20, example = "11") @Nullable
        String adminCode,

        @Schema(requiredMode = NOT_REQUIRED, example = "Europe/Paris") @Nullable
        String timezone,

        @Schema(requiredMode = NOT_REQUIRED, minimum = "1", example = "2988507") @Nullable
        Long geonameId,

        @ArraySchema(
                maxItems = 200,
                schema = @Schema(minLength = 1, maxLength = CityName.MAX_LENGTH, example = "Lutetia"))
        @Schema(requiredMode = NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<String> otherNames,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED) @Nullable
        String createdBy,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED, format = "date-time")
        String createdAt,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED, format = "date-time")
        String updatedAt,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED, example = "1")
        long version,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED, minimum = "0")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        BigDecimal distanceKm,

        @Schema(accessMode = READ_ONLY, requiredMode = NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        MatchV2 match) {

    /** All that a city in a list can have. */
    static final List<String> FIELDS = Arrays.stream(CityV2.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private static final int METRES = 3;

    /** A city on its own, with its other names. */
    public static CityV2 of(City city, Locale language) {
        return of(new Hit(city, null, null, CitySort.BY_ID.positionOf(city)), language, true);
    }

    /**
     * A city in a list.
     *
     * @param withNames whether its other names are told
     */
    static CityV2 listed(Hit hit, Locale language, boolean withNames) {
        return of(hit, language, withNames);
    }

    private static CityV2 of(Hit hit, Locale language, boolean withNames) {
        City city = hit.city();
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
                withNames ? details.otherNames().stream().map(CityName::value).toList() : null,
                city.createdBy() == null ? null : city.createdBy().value(),
                city.createdAt().toString(),
                city.updatedAt().toString(),
                city.version(),
                hit.distanceKm() == null
                        ? null
                        : BigDecimal.valueOf(hit.distanceKm()).setScale(METRES, RoundingMode.HALF_UP),
                hit.match() == null ? null : MatchV2.of(hit.match()));
    }

    /** Some of its fields, in their usual order; of those that may be absent, the present ones. */
    Map<String, @Nullable Object> only(Set<String> fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("name", name);
        all.put("countryCode", countryCode);
        all.put("country", country);
        all.put("population", population);
        all.put("latitude", latitude);
        all.put("longitude", longitude);
        all.put("adminCode", adminCode);
        all.put("timezone", timezone);
        all.put("geonameId", geonameId);
        all.put("otherNames", otherNames);
        all.put("createdBy", createdBy);
        all.put("createdAt", createdAt);
        all.put("updatedAt", updatedAt);
        all.put("version", version);
        all.keySet().retainAll(fields);
        if (distanceKm != null && fields.contains("distanceKm")) {
            all.put("distanceKm", distanceKm);
        }
        if (match != null && fields.contains("match")) {
            all.put("match", match);
        }
        return all;
    }
}
