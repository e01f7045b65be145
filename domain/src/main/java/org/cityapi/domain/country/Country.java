package org.cityapi.domain.country;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A country of ISO 3166-1, or Kosovo.
 *
 * @param code ISO 3166-1 alpha-2; {@code XK}, which ISO leaves to its users, for Kosovo
 * @param alpha3 ISO 3166-1 alpha-3; {@code XKX} for Kosovo, as GeoNames and the World Bank write it
 * @param numeric ISO 3166-1 numeric, three digits; null for Kosovo
 * @param english the short everyday name in English
 * @param french the short everyday name in French
 * @param continentCode AF, AN, AS, EU, NA, OC or SA
 * @param continent the continent's name in English
 * @param flag the flag as an emoji of two regional indicators
 */
public record Country(
        CountryCode code,
        String alpha3,
        @Nullable String numeric,
        String english,
        String french,
        String continentCode,
        String continent,
        String flag) {

    /** The name in French where French is asked for, else in English. */
    public String name(Locale language) {
        return language.getLanguage().equals("fr") ? french : english;
    }
}
