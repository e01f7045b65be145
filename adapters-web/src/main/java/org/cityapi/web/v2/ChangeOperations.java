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

/** What OpenAPI tells of the operations on changes. */
final class ChangeOperations {

    @Operation(
            operationId = "readHistory",
            summary = "Read the history of a city",
            description = "Needs `read:history`. Newest first; it outlives the city.",
            tags = "Changes",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "limit", ref = "#/components/parameters/limit"),
                @Parameter(name = "cursor", ref = "#/components/parameters/cursor"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "One page.",
                        headers = @Header(name = "Link", ref = "#/components/headers/Link"),
                        content = @Content(schema = @Schema(implementation = HistoryPageV2.class))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadHistory {}

    @Operation(
            operationId = "restoreCity",
            summary = "Bring back a version of a city",
            description =
                    "Needs `update:cities`. The city as it was then becomes its newest version. Works on a deleted city, too. With `If-Match` on a deleted city: 412. (410 is declared for older clients, and never sent.)",
            tags = "Changes",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match-optional"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            requestBody =
                    @RequestBody(
                            description = "Which version.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = "#/components/schemas/VersionToRestore"))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The city as it is now.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(ref = "#/components/schemas/City"))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict"),
                @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone"), // once promised; 412 now
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface RestoreCity {}

    @Operation(
            operationId = "listChanges",
            summary = "Read the changes of all cities",
            description = "Needs `read:history`. In the order of their commits, none left out.",
            tags = "Changes",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "since", ref = "#/components/parameters/since"),
                @Parameter(name = "limit", ref = "#/components/parameters/limit"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A stretch of the changes.",
                        headers = @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                        content = @Content(schema = @Schema(implementation = ChangePageV2.class))),
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListChanges {}

    @Operation(
            operationId = "streamChanges",
            summary = "Follow the changes of all cities",
            description =
                    "Needs `read:history`. Server-sent events: each `data` is a change as `listChanges` has it, each `id` its sequence number.",
            tags = "Changes",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "since", ref = "#/components/parameters/since"),
                @Parameter(name = "Last-Event-ID", ref = "#/components/parameters/Last-Event-ID"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Events until one side ends.",
                        headers = {
                            @Header(name = "X-Accel-Buffering", ref = "#/components/headers/X-Accel-Buffering"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))),
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface StreamChanges {}

    private ChangeOperations() {}
}
