package org.cityapi.web.v2;

import io.micronaut.json.JsonMapper;
import java.util.Locale;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.web.formats.CitiesText;
import org.cityapi.web.formats.CsvCities;
import org.cityapi.web.formats.JsonCities;

/** The forms that files have in both directions. */
public final class FormsOfFiles {

    private FormsOfFiles() {}

    public static CitiesText text(ImportFormat format, JsonMapper json) {
        return switch (format) {
            case CSV -> new CsvCities();
            case NDJSON -> JsonCities.lines(json, hit -> CityV2.listed(hit, Locale.FRENCH, true));
            case GEOJSON -> JsonCities.features(json, hit -> FeatureV2.of(hit, Locale.FRENCH), "");
            case JSON -> JsonCities.array(json, hit -> CityV2.listed(hit, Locale.FRENCH, true));
        };
    }
}
