package org.cityapi.web.v1;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What OpenAPI tells of every operation of version 1. */
final class Told {

    /** What any request can be answered. */
    @ApiResponse(responseCode = "400", ref = "#/components/responses/V1BadRequest")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/V1Unauthorized")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/V1Forbidden")
    @ApiResponse(responseCode = "406", ref = "#/components/responses/V1NotAcceptable")
    @ApiResponse(responseCode = "408", ref = "#/components/responses/V1RequestTimeout")
    @ApiResponse(responseCode = "414", ref = "#/components/responses/V1UriTooLong")
    @ApiResponse(responseCode = "429", ref = "#/components/responses/V1TooManyRequests")
    @ApiResponse(responseCode = "431", ref = "#/components/responses/V1HeadersTooLarge")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/V1Unavailable")
    @Retention(RetentionPolicy.SOURCE)
    @interface Always {}

    private Told() {}
}
