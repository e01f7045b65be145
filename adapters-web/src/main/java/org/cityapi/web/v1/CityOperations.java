package org.cityapi.web.v1;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of version 1. */
final class CityOperations {

    @Operation(
            operationId = "listCities",
            summary = "List every city",
            description = "A bare array, streamed; empty when there is none.",
            tags = "Cities",
            parameters = {
                @Parameter(name = "limit", ref = "#/components/parameters/cityLimit"),
                @Parameter(name = "offset", ref = "#/components/parameters/cityOffset")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Every city in the order of ids, or a slice of them.",
                        content = @Content(array = @ArraySchema(schema = @Schema(implementation = CityV1.class))))
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListCities {}

    @Operation(
            operationId = "readCity",
            summary = "Read a city",
            description = "A deleted one is not found.",
            tags = "Cities",
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-None-Match", ref = "#/components/parameters/If-None-Match")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The city.",
                        headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
                        content = @Content(schema = @Schema(implementation = CityV1.class))),
                @ApiResponse(
                        responseCode = "304",
                        description = "A tag that was sent still holds.",
                        headers = @Header(name = "ETag", ref = "#/components/headers/ETag")),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/V1NotFound"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/V1PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadCity {}

    @Operation(
            operationId = "createCity",
            summary = "Add a city",
            description = "Needs `create:cities`.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            requestBody =
                    @RequestBody(
                            description = "The city; its country by code, or by English or French name.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CityV1.class))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "The city as it was stored.",
                        headers = @Header(name = "Location", ref = "#/components/headers/Location"),
                        content = @Content(schema = @Schema(implementation = CityV1.class))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/V1ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/V1UnsupportedMediaType"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/V1PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface CreateCity {}

    @Operation(
            operationId = "replaceCity",
            summary = "Replace a city",
            description = "Needs `update:cities`. What version 1 does not know of stays.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match-optional")
            },
            requestBody =
                    @RequestBody(
                            description = "The city.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CityV1.class))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The city as it was stored.",
                        content = @Content(schema = @Schema(implementation = CityV1.class))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/V1ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/V1UnsupportedMediaType"),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/V1NotFound"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/V1PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReplaceCity {}

    @Operation(
            operationId = "deleteCity",
            summary = "Delete a city",
            description = "Needs `delete:cities`.",
            tags = "Cities",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match-optional")
            },
            responses = {
                @ApiResponse(responseCode = "204", description = "It is gone."),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/V1NotFound"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/V1PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface DeleteCity {}

    private CityOperations() {}
}
