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

/** What OpenAPI tells of the operations on users. */
final class PeopleOperations {

    @Operation(
            operationId = "readMe",
            summary = "Read who calls",
            description = "The permissions are what this very credential allows.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language"),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The caller, and what this credential allows.",
                        content = @Content(schema = @Schema(implementation = CallerV2.class)))
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadMe {}

    @Operation(
            operationId = "listUsers",
            summary = "List users",
            description = "Needs `manage:users`.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "limit", ref = "#/components/parameters/limit"),
                @Parameter(name = "cursor", ref = "#/components/parameters/cursor"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "One page by id.",
                        headers = @Header(name = "Link", ref = "#/components/headers/Link"),
                        content = @Content(schema = @Schema(implementation = UserPageV2.class))),
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ListUsers {}

    @Operation(
            operationId = "readUser",
            summary = "Read a user",
            description = "Needs `manage:users`.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/userId"),
                @Parameter(name = "If-None-Match", ref = "#/components/parameters/If-None-Match"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The user.",
                        headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
                        content = @Content(schema = @Schema(implementation = UserV2.class))),
                @ApiResponse(
                        responseCode = "304",
                        description = "A tag that was sent still holds.",
                        headers = @Header(name = "ETag", ref = "#/components/headers/ETag")),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ReadUser {}

    @Operation(
            operationId = "changeUser",
            summary = "Change the role of a user, or keep one out",
            description = "Needs `manage:users`.",
            tags = "People",
            security = @SecurityRequirement(name = "bearer"),
            parameters = {
                @Parameter(name = "id", ref = "#/components/parameters/userId"),
                @Parameter(name = "If-Match", ref = "#/components/parameters/If-Match-optional"),
                @Parameter(name = "Accept-Language", ref = "#/components/parameters/Accept-Language")
            },
            requestBody =
                    @RequestBody(
                            description = "A merge patch (RFC 7396) of `role` and `disabled`.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/merge-patch+json",
                                        schema = @Schema(ref = "#/components/schemas/UserChange")),
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(ref = "#/components/schemas/UserChange"))
                            }),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The user as it was stored.",
                        headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
                        content = @Content(schema = @Schema(implementation = UserV2.class))),
                @ApiResponse(responseCode = "413", ref = "#/components/responses/ContentTooLarge"),
                @ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType"),
                @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound"),
                @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict"),
                @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
            })
    @Retention(RetentionPolicy.SOURCE)
    @interface ChangeUser {}

    private PeopleOperations() {}
}
