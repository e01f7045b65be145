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

/** What OpenAPI tells of the operations that write cities. */
final class CityWriting {

    @Operation(
            operationId = "createCity",
            summary = "Add a city",
            description = "Needs `create:cities`.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "Idempotency-Key", ref = "#/components/parameters/Idempotency-Key"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            requestBody =
                    @RequestBody(
                            description = "The city.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = "#/components/schemas/NewCity"))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "The city as it was stored.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Location", ref = "#/components/headers/Location"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                            @Header(name = "Idempotency-Replayed", ref = "#/components/headers/Idempotency-Replayed")
                        },
                        content = @Content(schema = @Schema(ref = "#/components/schemas/City"))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed"),
                @ApiResponse(responseCode = "422", ref = "#/components/responses/KeyReused")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface CreateCity {}

    @Operation(
            operationId = "replaceCity",
            summary = "Replace a city",
            description =
                    "Needs `update:cities`. A city written back as it was read stays as it is, its version included.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            requestBody =
                    @RequestBody(
                            description =
                                    "The whole city: what is absent is taken away. Read-only properties may come back as they were read.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = "#/components/schemas/NewCity"))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description =
                                "The city as it was stored. No tag where other values were stored than were sent (RFC 9110, 9.3.4).",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(ref = "#/components/schemas/City"))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict"),
                @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed"),
                @ApiResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReplaceCity {}

    @Operation(
            operationId = "changeCity",
            summary = "Change some properties of a city",
            description = "Needs `update:cities`.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            requestBody =
                    @RequestBody(
                            description = "A merge patch (RFC 7396): null takes a value away, what is absent stays.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/merge-patch+json",
                                        schema = @Schema(ref = "#/components/schemas/CityV2")),
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(ref = "#/components/schemas/CityV2"))
                            }),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The city as it was stored.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(ref = "#/components/schemas/City"))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict"),
                @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed"),
                @ApiResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ChangeCity {}

    @Operation(
            operationId = "deleteCity",
            summary = "Delete a city",
            description = "Needs `delete:cities`. Its history stays, and it can be restored.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match")
            },
            responses = {
                @ApiResponse(responseCode = "204", description = "It is gone."),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed"),
                @ApiResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface DeleteCity {}

    private CityWriting() {}
}
