package org.cityapi.web.v2;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of the operations on countries. */
final class CountryOperations {

    @Operation(
            operationId = "listCountries",
            summary = "List countries",
            description = "They change only with a release of the program.",
            tags = "Countries",
            parameters = {@Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")},
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "All countries by code.",
                        headers = @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                        content = @Content(schema = @Schema(implementation = CountryListV2.class)))
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListCountries {}

    @Operation(
            operationId = "readCountry",
            summary = "Read a country",
            description = "By its code in any case.",
            tags = "Countries",
            parameters = {
                @Parameter(name = "code", ref = "#/components/parameters/code"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The country.",
                        headers = @Header(name = "Content-Language", ref = "#/components/headers/Content-Language"),
                        content = @Content(schema = @Schema(implementation = CountryV2.class))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadCountry {}

    private CountryOperations() {}
}
