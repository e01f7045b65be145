package org.cityapi.web.v2;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of the operations on imports. */
final class ImportOperations {

    @Operation(
            operationId = "createImport",
            summary = "Import a file of cities",
            description =
                    "Needs `import:cities`. The file is taken in when it is there; what becomes of it, `readImport` tells. Packed with gzip or not, as its first bytes tell.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "mode", ref = "#/components/parameters/mode"),
                @Parameter(name = "dryRun", ref = "#/components/parameters/dryRun"),
                @Parameter(name = "onError", ref = "#/components/parameters/onError"),
                @Parameter(name = "ignoreUnknown", ref = "#/components/parameters/ignoreUnknown"),
                @Parameter(name = "Idempotency-Key", ref = "#/components/parameters/Idempotency-Key"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            requestBody =
                    @RequestBody(
                            description =
                                    "The file, as such or as all that a form holds, whose type, or the ending of whose name, tells its format: csv, tsv, ndjson, jsonl, geojson, perhaps with .gz behind.",
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/geo+json",
                                        schema = @Schema(ref = "#/components/schemas/FileOfFeatures")),
                                @Content(mediaType = "multipart/form-data", schema = @Schema(type = "object"))
                            }),
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "The file is there, and waits for its turn.",
                        headers = {
                            @Header(name = "Location", ref = "#/components/headers/Location"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                            @Header(name = "Idempotency-Replayed", ref = "#/components/headers/Idempotency-Replayed")
                        },
                        content = @Content(schema = @Schema(implementation = ImportV2.class))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed"),
                @ApiResponse(responseCode = "422", ref = "#/components/responses/KeyReused")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface CreateImport {}

    @Operation(
            operationId = "listImports",
            summary = "List the imports",
            description = "Needs `import:cities`. Those of all, the newest first.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "limit", ref = "#/components/parameters/limit"),
                @Parameter(name = "cursor", ref = "#/components/parameters/cursor"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "One page.",
                            headers = {
                                @Header(name = "Link", ref = "#/components/headers/Link"),
                                @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                            },
                            content = @Content(schema = @Schema(implementation = ImportPageV2.class))))
    @Retention(RetentionPolicy.SOURCE)
    @interface ListImports {}

    @Operation(
            operationId = "readImport",
            summary = "Read how an import stands",
            description = "Needs `import:cities`.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/importId"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "How it stands, and the first hundred errors.",
                        headers = @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                        content = @Content(schema = @Schema(implementation = ImportV2.class))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadImport {}

    @Operation(
            operationId = "streamImport",
            summary = "Follow an import",
            description =
                    "Needs `import:cities`. Server-sent events: each `data` is the import as `readImport` has it, one whenever it has come further; the stream ends with the one that is over.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/importId"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Events until it is over.",
                        headers = {
                            @Header(name = "X-Accel-Buffering", ref = "#/components/headers/X-Accel-Buffering"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface StreamImport {}

    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description = "Needs `import:cities`. Nothing of it is stored then.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = @Parameter(name = "id", ref = "#/components/parameters/importId"),
            responses = {
                @ApiResponse(responseCode = "204", description = "It ends, or has ended."),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface CancelImport {}

    @Operation(
            operationId = "undoImport",
            summary = "Take an import back",
            description =
                    "Needs `import:cities`. Every city is as it was before; those that were edited since are left and listed.",
            tags = "Imports",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/importId"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "It is undone.",
                        headers = @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                        content = @Content(schema = @Schema(implementation = ImportV2.class))),
                @ApiResponse(
                        responseCode = "202",
                        description =
                                "It takes more than twenty seconds, and goes on; `readImport` tells when it is undone.",
                        headers = {
                            @Header(name = "Location", ref = "#/components/headers/Location"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(implementation = ImportV2.class))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface UndoImport {}

    private ImportOperations() {}
}
