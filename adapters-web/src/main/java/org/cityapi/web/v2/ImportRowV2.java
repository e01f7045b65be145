package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of a file, as version 2 sends it.
 *
 * @param row its place among the rows, from 1
 * @param line where it begins, from 1
 * @param cityId of the city that it means; null for a new one, and where it is refused
 * @param name of the city from then on; null where the row is refused
 * @param changes the fields that are other than before; of a new city, all that it has; none where the row is refused
 * @param cells the texts of a row that is refused, by the columns of the file; null otherwise
 * @param errors why it is refused, in the reader's language; none otherwise
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportRowV2(
        @Schema(minimum = "1") long row,
        @Schema(minimum = "1") long line,

        @Schema(ref = "#/components/schemas/RowOutcome") String outcome,

        @Nullable Long cityId,
        @Nullable String name,
        Map<String, FieldChangeV2> changes,

        @Schema(ref = "#/components/schemas/Cells") @Nullable
        Map<String, String> cells,

        List<ImportV2.Problem> errors) {}
