package org.cityapi.web.v2;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of the operations on rows of imports. */
final class ImportRowOperations {

    @Operation(
            operationId = "readRejectedRows",
            summary = "Read the rows that were refused",
            description =
                    "Needs `import:cities`. The columns of the file, the line of each row, and why it is refused: to be mended and imported again. Kept for 30 days.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/importId"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The rows.",
                        headers = {
                            @Header(name = "Content-Disposition", ref = "#/components/headers/Content-Disposition"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadRejectedRows {}

    @Operation(
            operationId = "listImportRows",
            summary = "Read what becomes of the rows of a file",
            description =
                    "Needs `import:cities`. Row by row: of a dry run, what would become of each, up to 100,000 rows of each outcome; of another import, the rows that were refused (what it did, the change log tells). Kept for 30 days.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/importId"),
                @Parameter(name = "outcome", ref = "#/components/parameters/outcome"),
                @Parameter(name = "limit", ref = "#/components/parameters/limit"),
                @Parameter(name = "cursor", ref = "#/components/parameters/cursor"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "One page, in the order of the file.",
                        headers = {
                            @Header(name = "Link", ref = "#/components/headers/Link"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(implementation = ImportRowPageV2.class))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListImportRows {}

    private ImportRowOperations() {}
}
