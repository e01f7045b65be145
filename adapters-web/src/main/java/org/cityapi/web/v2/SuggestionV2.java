package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Objects;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A city as a suggestion.
 *
 * @param country the country's name in the reader's language
 * @param adminCode null when unknown
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SuggestionV2(
        long id,
        String name,
        String countryCode,
        String country,
        @Nullable String adminCode,
        long population,
        MatchV2 match) {

    static SuggestionV2 of(Hit hit, Locale language) {
        CityDetails details = hit.city().details();
        return new SuggestionV2(
                hit.city().id().value(),
                details.name().value(),
                details.country().value(),
                Countries.catalogue().of(details.country()).name(language),
                details.adminCode() == null ? null : details.adminCode().value(),
                details.population().value(),
                MatchV2.of(Objects.requireNonNull(hit.match())));
    }
}
