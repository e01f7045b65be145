package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cityapi.application.ManageTokens;
import org.cityapi.domain.token.ApiToken;
import org.jspecify.annotations.Nullable;

/**
 * An API token as version 2 sends it to its owner.
 *
 * @param scopes what it allows as far as its owner is allowed it, by the alphabet
 * @param createdAt RFC 3339, UTC
 * @param expiresAt RFC 3339, UTC
 * @param lastUsedAt RFC 3339, UTC, give or take a minute; null when it never was
 * @param token its text; only in the answer to its making
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TokenV2(
        String id,
        String name,

        @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
        List<String> scopes,

        @Schema(format = "date-time") String createdAt,
        @Schema(format = "date-time") String expiresAt,
        @Schema(format = "date-time") @Nullable String lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    static TokenV2 of(ApiToken token) {
        return of(token, null);
    }

    static TokenV2 of(ManageTokens.Made made) {
        return of(made.token(), made.text().value());
    }

    private static TokenV2 of(ApiToken token, @Nullable String text) {
        Instant usedAt = token.usedAt();
        return new TokenV2(
                token.id().value(),
                token.name(),
                Rights.of(token.scopes()),
                token.createdAt().toString(),
                token.expiresAt().toString(),
                usedAt == null ? null : usedAt.toString(),
                text);
    }

    /** Nothing of the text: this method is how secrets find their way into logs. */
    @Override
    public String toString() {
        return "API token " + id;
    }
}
