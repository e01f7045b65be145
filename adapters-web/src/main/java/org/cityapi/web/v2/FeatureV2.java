package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A city as a feature of GeoJSON (RFC 7946).
 *
 * @param type {@code Feature}
 * @param id the city's
 * @param geometry where it lies; null when that is not known
 * @param properties all else that {@link CityV2} tells
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FeatureV2(String type, long id, @Nullable Point geometry, Map<String, @Nullable Object> properties) {

    private static final Set<String> PROPERTIES = CityV2.FIELDS.stream()
            .filter(field -> !Set.of("id", "latitude", "longitude").contains(field))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * A place on WGS 84.
     *
     * @param type {@code Point}
     * @param coordinates longitude and latitude in degrees
     */
    @Serdeable.Serializable
    record Point(String type, List<BigDecimal> coordinates) {}

    static FeatureV2 of(Hit hit, Locale language) {
        CityV2 city = CityV2.listed(hit, language, true);
        Point point = city.latitude() == null || city.longitude() == null
                ? null
                : new Point("Point", List.of(city.longitude(), city.latitude()));
        return new FeatureV2("Feature", city.id(), point, city.only(PROPERTIES));
    }
}
