package org.cityapi.bootstrap;

import java.util.Iterator;
import java.util.List;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.persistence.bundled.BundledCities;
import org.cityapi.web.formats.JoinedNames;
import org.cityapi.web.formats.SpreadsheetText;

/** The bundled cities as a file whose rows are other cities, by their numbers. */
final class ManyCitiesFile {

    private ManyCitiesFile() {}

    /** @param first the GeoNames number of the first one; the next ones count on */
    static String csv(int first, int rows) {
        StringBuilder csv = new StringBuilder(
                "name,countryCode,population,latitude,longitude,adminCode,timezone,geonameId,otherNames\n");
        Iterator<CityDetails> cities = BundledCities.CITIES_1000.open();
        for (int i = 0; i < rows; i++) {
            cities = cities.hasNext() ? cities : BundledCities.CITIES_1000.open();
            add(cities.next(), first + i, csv);
        }
        return csv.toString();
    }

    private static void add(CityDetails city, int number, StringBuilder csv) {
        Coordinates place = city.coordinates();
        List<Object> cells = List.of(
                text(city.name().value()),
                city.country().value(),
                city.population().value(),
                place == null ? "" : place.latitude(),
                place == null ? "" : place.longitude(),
                city.adminCode() == null ? "" : text(city.adminCode().value()),
                city.timezone() == null ? "" : text(city.timezone().value()),
                number,
                text(JoinedNames.join(
                        city.otherNames().stream().map(CityName::value).toList())));
        csv.append(String.join(",", cells.stream().map(Object::toString).toList()))
                .append('\n');
    }

    private static String text(String value) {
        return '"' + SpreadsheetText.escape(value).replace("\"", "\"\"") + '"';
    }
}
