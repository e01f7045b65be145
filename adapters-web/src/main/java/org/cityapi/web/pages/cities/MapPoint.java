package org.cityapi.web.pages.cities;

import java.util.Locale;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.country.Countries;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A city as a map draws it.
 *
 * @param population in the reader's way of writing; null where it is not known
 * @param size 0 to 1: how large the city is drawn; that of a city of twenty million is 1
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param others how many smaller cities lie so near that they are not drawn
 */
public record MapPoint(
        long id,
        String name,
        String country,
        @Nullable String population,
        double size,
        double latitude,
        double longitude,
        int others) {

    private static final double LARGEST = 20_000_000;

    static MapPoint of(City city, Coordinates place, int others, Texts texts, Locale language) {
        CityDetails details = city.details();
        long population = details.population().value();
        return new MapPoint(
                city.id().value(),
                details.name().value(),
                Countries.catalogue().of(details.country()).name(language),
                population == 0 ? null : texts.number(population),
                Math.round(1_000 * Math.min(1, Math.sqrt(population / LARGEST))) / 1_000.0,
                place.latitude().doubleValue(),
                place.longitude().doubleValue(),
                others);
    }

    /** Where it stands in a drawing of the world that is 3600 wide. */
    public double x() {
        return MapWindow.x(longitude * 1e6);
    }

    /** Where it stands in a drawing of the world that is 1800 high. */
    public double y() {
        return MapWindow.y(latitude * 1e6);
    }

    public String path() {
        return CityListPage.PATH + "/" + id;
    }
}
