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

/** What OpenAPI tells of the operations on API tokens. */
final class TokenOperations {

    @Operation(
            operationId = "listTokens",
            summary = "List your own API tokens",
            description = "Without their texts, which are told only when they are made.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language"),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "All of them, newest first.",
                        content = @Content(schema = @Schema(implementation = TokenListV2.class)))
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListTokens {}

    @Operation(
            operationId = "createToken",
            summary = "Make an API token",
            description =
                    "It never allows more than its owner is allowed when it is used. API tokens make no API tokens.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language"),
            requestBody =
                    @RequestBody(
                            description = "What the token is for.",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = "#/components/schemas/NewToken"))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "The token; its text is told only here.",
                        headers = @Header(name = "Location", ref = "#/components/headers/Location"),
                        content = @Content(schema = @Schema(implementation = TokenV2.class))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface CreateToken {}

    @Operation(
            operationId = "readToken",
            summary = "Read one of your API tokens",
            description = "One of another user is not found.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/tokenId"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The token without its text.",
                        content = @Content(schema = @Schema(implementation = TokenV2.class))),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadToken {}

    @Operation(
            operationId = "revokeToken",
            summary = "Revoke one of your API tokens",
            description = "At once, and for good.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/tokenId"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(responseCode = "204", description = "It is worth nothing from now on."),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface RevokeToken {}

    private TokenOperations() {}
}
