package org.cityapi.web.v2;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.cityapi.domain.search.Match;

/**
 * Why a city was found, as version 2 sends it.
 *
 * @param name the name that matched
 * @param kind exact, prefix, word or fuzzy
 */
@Serdeable.Serializable
public record MatchV2(
        String name,
        @Schema(ref = "#/components/schemas/MatchKind") String kind) {

    static MatchV2 of(Match match) {
        return new MatchV2(match.name().value(), match.kind().name().toLowerCase(Locale.ROOT));
    }
}
