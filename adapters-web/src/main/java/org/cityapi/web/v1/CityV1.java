package org.cityapi.web.v1;

import io.micronaut.serde.annotation.Serdeable;
import org.cityapi.domain.city.City;
import org.cityapi.domain.country.Countries;

/**
 * A city as version 1 sends it: these four and no more.
 *
 * @param country the country's English name
 */
@Serdeable.Serializable
record CityV1(long id, String name, long population, String country) {

    static CityV1 of(City city) {
        return new CityV1(
                city.id().value(),
                city.details().name().value(),
                city.details().population().value(),
                Countries.catalogue().of(city.details().country()).english());
    }
}
