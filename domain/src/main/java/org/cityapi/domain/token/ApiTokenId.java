package org.cityapi.domain.token;

import java.util.HexFormat;
import java.util.UUID;

/**
 * Names an API token; it opens nothing.
 *
 * @param value {@code tok_} and 32 hexadecimal digits
 */
public record ApiTokenId(String value) {

    /** One that was never given. */
    public static ApiTokenId random() {
        UUID id = UUID.randomUUID();
        HexFormat hex = HexFormat.of();
        return new ApiTokenId(
                "tok_" + hex.toHexDigits(id.getMostSignificantBits()) + hex.toHexDigits(id.getLeastSignificantBits()));
    }
}
