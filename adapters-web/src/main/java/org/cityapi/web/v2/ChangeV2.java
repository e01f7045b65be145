package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.cityapi.application.ReadChanges;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.jspecify.annotations.Nullable;

/**
 * One change in the feed of version 2.
 *
 * @param sequence its place among all changes
 * @param cityId null for the load of a whole register
 * @param version the city's version afterwards; for a deletion one more than its last; 0 for a load
 * @param action create, update, delete, restore or load
 * @param at RFC 3339, UTC
 * @param by null for the register's own doing
 * @param via where the write came in: api, web, import or system
 * @param city as it was then; null when it is gone, and for a load
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangeV2(
        long sequence,
        @Nullable Long cityId,
        long version,
        @Schema(ref = "#/components/schemas/Action") String action,
        @Schema(format = "date-time") String at,
        @Nullable MakerV2 by,
        @Schema(ref = "#/components/schemas/Door") String via,
        @Nullable CityV2 city) {

    static ChangeV2 of(ReadChanges.Told told, Locale language) {
        Change change = told.named().logged().change();
        CityId id = change.city();
        City city = told.city();
        return new ChangeV2(
                told.named().logged().sequence(),
                id == null ? null : id.value(),
                change.version(),
                change.action().name().toLowerCase(Locale.ROOT),
                change.at().toString(),
                MakerV2.of(told.named()),
                change.door().name().toLowerCase(Locale.ROOT),
                city == null ? null : CityV2.of(city, language));
    }
}
