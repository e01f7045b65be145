package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as version 2 sends it.
 *
 * @param by whose doing it is; null for the register's own
 * @param bytesRead of the file as it was sent
 * @param bytesTotal the size of the file as it was sent
 * @param inserted cities; of a dry run, those that would be; of an import that stored nothing, none
 * @param rejected rows that were refused
 * @param errors the first hundred, in the reader's language
 * @param createdAt RFC 3339, UTC
 * @param startedAt null before
 * @param finishedAt null before
 * @param left cities that were edited since, and left as they were, when it was undone: the first hundred; absent before
 * @param leftCount how many cities were left; absent before
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportV2(
        @Schema(example = "7") long id,

        @Schema(ref = "#/components/schemas/ImportState") String state,

        @Schema(ref = "#/components/schemas/ImportMode") String mode,
        boolean dryRun,
        @Schema(ref = "#/components/schemas/OnError") String onError,
        boolean ignoreUnknown,

        @Schema(ref = "#/components/schemas/ImportFormat") String format,

        @Nullable MakerV2 by,
        @Schema(minimum = "0") long bytesRead,
        @Schema(minimum = "0") long bytesTotal,
        @Schema(minimum = "0") long rowsRead,
        @Schema(minimum = "0") long inserted,
        @Schema(minimum = "0") long updated,
        @Schema(minimum = "0") long unchanged,
        @Schema(minimum = "0") long rejected,
        List<Problem> errors,
        @Schema(format = "date-time") String createdAt,
        @Schema(format = "date-time") @Nullable String startedAt,
        @Schema(format = "date-time") @Nullable String finishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Left> left,

        @Schema(minimum = "0") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer leftCount) {

    /**
     * What is wrong in the file.
     *
     * @param row its place among the rows, from 1; null where no row is at fault
     * @param line where the row begins, from 1; null where no line is at fault
     * @param column as the file calls it; null for the row, or the file, as a whole
     * @param value that is refused; null where there is none
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ImportError")
    public record Problem(
            @Schema(minimum = "1") @Nullable Long row,
            @Schema(minimum = "1") @Nullable Long line,
            @Nullable String column,
            @Nullable String value,
            String message) {}

    /**
     * A city that was left.
     *
     * @param name null when it was deleted since
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CityLeft")
    public record Left(long id, @Nullable String name) {}
}
