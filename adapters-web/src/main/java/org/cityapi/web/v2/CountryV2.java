package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.cityapi.domain.country.Country;
import org.jspecify.annotations.Nullable;

/**
 * A country as version 2 sends it.
 *
 * @param code ISO 3166-1 alpha-2, or {@code XK}
 * @param alpha3 ISO 3166-1 alpha-3
 * @param numeric ISO 3166-1 numeric, three digits; null for Kosovo
 * @param name in the reader's language
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CountryV2(String code, String alpha3, @Nullable String numeric, String name, String continentCode, String flag) {

    static CountryV2 of(Country country, Locale language) {
        return new CountryV2(
                country.code().value(),
                country.alpha3(),
                country.numeric(),
                country.name(language),
                country.continentCode(),
                country.flag());
    }
}
