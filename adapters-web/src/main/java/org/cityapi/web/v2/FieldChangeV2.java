package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * What a change made of one field of a city.
 *
 * @param from the value before; null when there was none
 * @param to the value afterwards; null when there is none
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FieldChangeV2(
        @Schema(ref = "#/components/schemas/AnyValue") @Nullable
        Object from,

        @Schema(ref = "#/components/schemas/AnyValue") @Nullable
        Object to) {

    /** The fields that a change changed, by their names and in the order that a city tells them in. */
    static Map<String, FieldChangeV2> of(Change change) {
        return of(change.before(), change.after());
    }

    /** The fields in which a city differs from what it was; none of them is there where there is no city. */
    static Map<String, FieldChangeV2> of(@Nullable CityDetails first, @Nullable CityDetails then) {
        Map<String, @Nullable Object> before = fields(first);
        Map<String, FieldChangeV2> changed = new LinkedHashMap<>();
        fields(then).forEach((name, value) -> {
            Object old = before.get(name);
            if (!Objects.equals(old, value)) {
                changed.put(name, new FieldChangeV2(old, value));
            }
        });
        return changed;
    }

    /** Where there is no city, there is no value and no other name. */
    private static Map<String, @Nullable Object> fields(@Nullable CityDetails details) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Coordinates at = details == null ? null : details.coordinates();
        fields.put("name", details == null ? null : details.name().value());
        fields.put("countryCode", details == null ? null : details.country().value());
        fields.put("population", details == null ? null : details.population().value());
        fields.put("latitude", at == null ? null : at.latitude());
        fields.put("longitude", at == null ? null : at.longitude());
        fields.put(
                "adminCode",
                details == null || details.adminCode() == null
                        ? null
                        : details.adminCode().value());
        fields.put(
                "timezone",
                details == null || details.timezone() == null
                        ? null
                        : details.timezone().value());
        fields.put(
                "geonameId",
                details == null || details.geonameId() == null
                        ? null
                        : details.geonameId().value());
        fields.put(
                "otherNames",
                details == null
                        ? List.of()
                        : details.otherNames().stream().map(CityName::value).toList());
        return fields;
    }
}
