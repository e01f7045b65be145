package org.cityapi.web.v1;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.cityapi.domain.city.City;
import org.cityapi.domain.country.Countries;

/**
 * A city as version 1 sends it: these four and no more.
 *
 * @param country the country's English name
 */
@Serdeable.Serializable
record CityV1(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY, example = "1")
        long id,

        @Schema(minLength = 1, maxLength = 200, example = "Paris")
        String name,

        @Schema(minimum = "0", maximum = "100000000", example = "2148000")
        long population,

        @Schema(example = "France") String country) {

    static CityV1 of(City city) {
        return new CityV1(
                city.id().value(),
                city.details().name().value(),
                city.details().population().value(),
                Countries.catalogue().of(city.details().country()).english());
    }
}
