package org.cityapi.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token that opens the metrics, and nothing else: what reads them needs no administrator's token.
 *
 * @param value null where none is set
 */
public record MetricsToken(@Nullable String value) {

    private static final String PATH = "/prometheus";

    /** Whether it is this token at its place; how long that takes tells nothing of the token. */
    boolean opens(String path, String token) {
        return value != null
                && path.equals(PATH)
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return value == null ? "none" : "set";
    }
}
