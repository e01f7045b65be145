package org.cityapi.web.v2;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of the operations that read cities. */
final class CityReading {

    @Operation(
            operationId = "listCities",
            summary = "List and search cities",
            description = "Every filter goes with every other. A walk over all pages meets every city once.",
            tags = "Cities",
            parameters = {
                @Parameter(name = "q", ref = "#/components/parameters/q"),
                @Parameter(name = "country", ref = "#/components/parameters/country"),
                @Parameter(name = "minPopulation", ref = "#/components/parameters/minPopulation"),
                @Parameter(name = "maxPopulation", ref = "#/components/parameters/maxPopulation"),
                @Parameter(name = "bbox", ref = "#/components/parameters/bbox"),
                @Parameter(name = "near", ref = "#/components/parameters/near"),
                @Parameter(name = "radiusKm", ref = "#/components/parameters/radiusKm"),
                @Parameter(name = "hasCoordinates", ref = "#/components/parameters/hasCoordinates"),
                @Parameter(name = "sort", ref = "#/components/parameters/sort"),
                @Parameter(name = "limit", ref = "#/components/parameters/limit"),
                @Parameter(name = "cursor", ref = "#/components/parameters/cursor"),
                @Parameter(name = "fields", ref = "#/components/parameters/fields"),
                @Parameter(name = "count", ref = "#/components/parameters/count"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language"),
                @Parameter(name = "If-None-Match", ref = "#/components/parameters/If-None-Match")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "One page.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Link", ref = "#/components/headers/Link"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(implementation = CityPageV2.class))),
                @ApiResponse(
                        responseCode = "304",
                        description = "A tag that was sent still holds.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        }),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListCities {}

    @Operation(
            operationId = "suggestCities",
            summary = "Suggest cities while a person types",
            description =
                    "The same search as `listCities` has, with the best matches alone, small, and kept by caches for a minute.",
            tags = "Cities",
            parameters = {
                @Parameter(name = "q", ref = "#/components/parameters/q"),
                @Parameter(name = "country", ref = "#/components/parameters/country"),
                @Parameter(name = "limit", ref = "#/components/parameters/suggestions"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The best matches first.",
                        headers = @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                        content = @Content(schema = @Schema(implementation = SuggestionListV2.class)))
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface SuggestCities {}

    @Operation(
            operationId = "exportCities",
            summary = "Export cities to a file",
            description =
                    "All cities that `listCities` finds with the same parameters, as they were at one moment, typing errors not forgiven. JSON has the cities as `readCity` tells them. In CSV, text that a spreadsheet would run begins with an apostrophe, and other names are joined by `|`. A connection that ends before the answer does has sent only a part.",
            tags = "Cities",
            parameters = {
                @Parameter(name = "format", ref = "#/components/parameters/format"),
                @Parameter(name = "q", ref = "#/components/parameters/q"),
                @Parameter(name = "country", ref = "#/components/parameters/country"),
                @Parameter(name = "minPopulation", ref = "#/components/parameters/minPopulation"),
                @Parameter(name = "maxPopulation", ref = "#/components/parameters/maxPopulation"),
                @Parameter(name = "bbox", ref = "#/components/parameters/bbox"),
                @Parameter(name = "near", ref = "#/components/parameters/near"),
                @Parameter(name = "radiusKm", ref = "#/components/parameters/radiusKm"),
                @Parameter(name = "hasCoordinates", ref = "#/components/parameters/hasCoordinates"),
                @Parameter(name = "sort", ref = "#/components/parameters/exportSort"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file.",
                            headers = {
                                @Header(name = "Content-Disposition", ref = "#/components/headers/Content-Disposition"),
                                @Header(name = "Change-Sequence", ref = "#/components/headers/Change-Sequence"),
                                @Header(name = "Link", ref = "#/components/headers/attribution"),
                                @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                            },
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(ref = "#/components/schemas/City")),
                                @Content(
                                        mediaType = "application/geo+json",
                                        schema = @Schema(ref = "#/components/schemas/CityCollection")),
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(ref = "#/components/schemas/Cities"))
                            }))
    @Retention(RetentionPolicy.SOURCE)
    @interface ExportCities {}

    @Operation(
            operationId = "readCity",
            summary = "Read a city",
            description = "With all its other names. A deleted one is 410.",
            tags = "Cities",
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/id"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language"),
                @Parameter(name = "If-None-Match", ref = "#/components/parameters/If-None-Match")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The city, with its other names.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        },
                        content = @Content(schema = @Schema(ref = "#/components/schemas/City"))),
                @ApiResponse(
                        responseCode = "304",
                        description = "A tag that was sent still holds.",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Content-Language", ref = "#/components/headers/Content-Language")
                        }),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "410", ref = "#/components/responses/Gone"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadCity {}

    private CityReading() {}
}
