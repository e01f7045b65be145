package org.cityapi.web.v2;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of several operations of version 2. */
final class Told {

    /** What any request can be answered. */
    @ApiResponse(responseCode = "400", ref = "#/components/responses/InvalidRequest")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @ApiResponse(responseCode = "406", ref = "#/components/responses/NotAcceptable")
    @ApiResponse(responseCode = "408", ref = "#/components/responses/RequestTimeout")
    @ApiResponse(responseCode = "414", ref = "#/components/responses/UriTooLong")
    @ApiResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
    @ApiResponse(responseCode = "431", ref = "#/components/responses/HeadersTooLarge")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/Unavailable")
    @Retention(RetentionPolicy.SOURCE)
    @interface Always {}

    private Told() {}
}
