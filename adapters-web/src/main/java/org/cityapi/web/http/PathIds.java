package org.cityapi.web.http;

import org.cityapi.domain.city.CityId;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;

/** Ids as they stand in paths; the routes let only digits through. */
public final class PathIds {

    private PathIds() {}

    /**
     * The id that these digits are, none in front of which is a zero.
     *
     * @throws Rejection.NotFound when no city can have such an id: more than 2^63 - 1
     */
    public static CityId city(String digits) {
        try {
            return new CityId(Long.parseLong(digits));
        } catch (IllegalArgumentException e) {
            throw new Rejection.NotFound(new Thing("city", digits));
        }
    }
}
