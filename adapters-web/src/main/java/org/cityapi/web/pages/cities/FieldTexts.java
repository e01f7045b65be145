package org.cityapi.web.pages.cities;

import java.math.BigDecimal;
import java.util.Locale;
import org.cityapi.domain.country.Countries;
import org.cityapi.web.pages.Texts;

/** Writes what stands in the fields of cities as a reader of a language does: numbers, countries by their names. */
final class FieldTexts {

    private final Texts texts;
    private final Locale language;

    FieldTexts(Locale language) {
        texts = new Texts(language);
        this.language = language;
    }

    /**
     * The value for whoever reads it.
     *
     * @param value as {@link CityFields} has it; empty stays empty
     */
    String of(String name, String value) {
        return switch (name) {
            case "countryCode" ->
                Countries.catalogue()
                        .withCode(value)
                        .map(country ->
                                country.name(language) + " (" + country.code().value() + ")")
                        .orElse(value);
            case "population" -> value.matches("[0-9]{1,18}") ? texts.number(Long.parseLong(value)) : value;
            case "latitude", "longitude" ->
                value.matches("-?[0-9]{1,3}(\\.[0-9]{1,20})?") ? texts.degrees(new BigDecimal(value)) : value;
            case "otherNames" -> value.replace("\n", " · ");
            default -> value;
        };
    }
}
