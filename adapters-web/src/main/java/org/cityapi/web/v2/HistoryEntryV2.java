package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.NamedChange;
import org.cityapi.domain.change.Change;
import org.jspecify.annotations.Nullable;

/**
 * One change of a city as version 2 sends it.
 *
 * @param sequence its place among all changes of all cities
 * @param version the city's version afterwards; for a deletion one more than its last
 * @param action create, update, delete or restore
 * @param at RFC 3339, UTC
 * @param by null for the register's own doing
 * @param via where the write came in: api, web, import or system
 * @param changes the fields that are other than before
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record HistoryEntryV2(
        long sequence,
        long version,
        @Schema(ref = "#/components/schemas/Action") String action,
        @Schema(format = "date-time") String at,
        @Nullable MakerV2 by,
        @Schema(ref = "#/components/schemas/Door") String via,
        Map<String, FieldChangeV2> changes) {

    static HistoryEntryV2 of(NamedChange named) {
        Change change = named.logged().change();
        return new HistoryEntryV2(
                named.logged().sequence(),
                change.version(),
                change.action().name().toLowerCase(Locale.ROOT),
                change.at().toString(),
                MakerV2.of(named),
                change.door().name().toLowerCase(Locale.ROOT),
                FieldChangeV2.of(change));
    }
}
