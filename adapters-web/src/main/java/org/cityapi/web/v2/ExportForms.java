package org.cityapi.web.v2;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.cityapi.application.ExportCities;
import org.cityapi.web.formats.CitiesText;
import org.cityapi.web.formats.CsvCities;
import org.cityapi.web.formats.FileFormat;
import org.cityapi.web.formats.JsonCities;

/** The forms that exports have: cities in them look as version 2 sends them. */
@Singleton
public final class ExportForms {

    private static final String ATTRIBUTION = "\"attribution\":\"GeoNames (https://www.geonames.org/), CC BY 4.0\",";

    private final JsonMapper json;

    ExportForms(JsonMapper json) {
        this.json = json;
    }

    /** The text of an export that begins. */
    public CitiesText text(FileFormat format, Locale language, ExportCities.Moment moment) {
        return switch (format) {
            case CSV -> new CsvCities();
            case NDJSON -> JsonCities.lines(json, hit -> CityV2.listed(hit, language, true));
            case JSON -> JsonCities.array(json, hit -> CityV2.listed(hit, language, true));
            case GEOJSON ->
                JsonCities.features(json, hit -> FeatureV2.of(hit, language), moment.loaded() ? ATTRIBUTION : "");
        };
    }
}
